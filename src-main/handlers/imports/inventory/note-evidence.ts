import type { RowEvidence } from '../../../importers/inventory/evidence-columns';
import { listEvidenceOf } from '../../../store/governance/rows';
import type { EvidenceTableRow } from '../../../store/governance/tables';
import type { ReadHandle, WriteHandle } from '../../../store/journal/handle';
import { refreshReviewDates } from '../../../store/models/refresh-reviews';
import { getSettings } from '../../../store/portfolio/settings';

export interface ModelEvidence {
  /** `null`: it is yet to be created. */
  readonly modelId: string | null;
  readonly evidence: readonly RowEvidence[];
}

interface Noting {
  readonly fileName: string;
  /** ISO instant. */
  readonly now: string;
  readonly newId: () => string;
}

/** The evidence that is not held yet: a model has no two of one kind and day from files. What is held stays as it is. */
export async function freshEvidence(
  read: ReadHandle,
  models: readonly ModelEvidence[],
  { fileName, now, newId }: Noting,
): Promise<readonly EvidenceTableRow[]> {
  const told = models.filter(({ evidence }) => evidence.length > 0);
  if (told.length === 0) return [];
  const ids = told.flatMap(({ modelId }) => modelId ?? []);
  const key = (modelId: string, kind: string, day: string): string => `${modelId} ${kind} ${day}`;
  const held = new Set((await listEvidenceOf(read, ids)).map((row) => key(row.model_id ?? '', row.kind, row.on_day)));
  return told.flatMap(({ modelId, evidence }) =>
    evidence.flatMap((one): EvidenceTableRow[] => {
      if (modelId !== null && held.has(key(modelId, one.kind, one.on))) return [];
      return [
        {
          id: newId(),
          model_id: modelId,
          unit: '',
          kind: one.kind,
          on_day: one.on,
          valid_until: one.until,
          by_whom: one.by,
          outcome: one.outcome,
          covers: '[]',
          link: '',
          hash: '',
          note: [one.note, `From ${fileName}`].filter((part) => part !== '').join('. '),
          recorded_at: now,
        },
      ];
    }),
  );
}

export async function noteEvidence(
  write: WriteHandle,
  models: readonly ModelEvidence[],
  noting: Noting,
): Promise<void> {
  const rows = await freshEvidence(write.read, models, noting);
  if (rows.length === 0) return;
  await write.insert('evidence', rows);
  const { reviewMonths } = await getSettings(write.read);
  await refreshReviewDates(write, reviewMonths, [...new Set(rows.flatMap(({ model_id: id }) => id ?? []))]);
}
