import { addDays } from '../base/calendar';

/** So many days before its end evidence is asked about; ours, no text names one. */
export const ENDS_SOON_DAYS = 60;

export interface DatedEvidence {
  readonly id: string;
  readonly modelId: string | null;
  readonly unit: string;
  readonly kind: string;
  readonly on: string;
  readonly validUntil: string | null;
  readonly outcome: string;
  readonly covers: readonly string[];
}

/** `replaced`: it has ended, and a later row that shows the same stands in its place. */
export type EvidenceStanding = 'stands' | 'ends_soon' | 'ended' | 'replaced' | 'failed';

/** It was done, and did not come out well: such a row shows nothing. */
export const isFailed = (outcome: string): boolean => outcome === 'failed' || outcome === 'no';

/** Of one thing: what two rows have in common of which the later stands for the earlier. */
const subject = ({ modelId, unit, kind, covers }: DatedEvidence): string =>
  JSON.stringify([modelId, unit, kind, kind === 'attestation' || kind === 'waiver' ? covers.toSorted() : []]);

/** How each row stands on a day: its last day counts. `no` to the question whether a change is substantial is an answer. */
export function evidenceStandings(rows: readonly DatedEvidence[], day: string): ReadonlyMap<string, EvidenceStanding> {
  const soon = addDays(day, ENDS_SOON_DAYS);
  const longest = new Map<string, string>();
  for (const row of rows) {
    if (failed(row)) continue;
    const end = row.validUntil ?? '9999';
    const key = subject(row);
    if (end > (longest.get(key) ?? '')) longest.set(key, end);
  }
  return new Map(
    rows.map((row): [string, EvidenceStanding] => {
      if (failed(row)) return [row.id, 'failed'];
      if (row.validUntil === null || row.validUntil > soon) return [row.id, 'stands'];
      const best = longest.get(subject(row)) ?? '';
      if (row.validUntil < day) return [row.id, best >= day ? 'replaced' : 'ended'];
      return [row.id, best > soon ? 'stands' : 'ends_soon'];
    }),
  );
}

const failed = ({ kind, outcome }: DatedEvidence): boolean => kind !== 'substantial_change' && isFailed(outcome);
