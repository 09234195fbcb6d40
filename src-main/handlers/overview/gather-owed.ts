import type { Output } from '#contract/index';
import type { Settings } from '#contract/portfolio/settings';
import type { OwedAttention } from '#domain/attention/attention-governance';
import { type Owed, owedEvidence, owedFinding, owedGate, owedReport } from '#domain/attention/owed';
import { EVIDENCE_KINDS } from '#domain/governance/evidence-kinds';
import { listEndingEvidence } from '../../store/governance/ending-evidence';
import { type FallenGate, listFallenGates } from '../../store/governance/gate-standings';
import { listOverdueFindings } from '../../store/governance/overdue-findings';
import type { ReadHandle } from '../../store/journal/handle';
import { asTier } from '../../store/models/cells';
import { listModelsById } from '../../store/models/models';

type Reports = Output<'governance.reports'>['reports'];

/** All that is owed, and the gates that were never passed here, which are no news. */
export interface OwedRows {
  readonly owed: readonly Owed[];
  readonly lacking: readonly FallenGate[];
}

const labelOf = (kind: string): string => EVIDENCE_KINDS.find((one) => one.kind === kind)?.label ?? kind;

/** A report that no text asked for yet on the day of awareness: the day from which one does. */
const askedFrom = ({ effectiveFrom, awareOn }: Pick<Reports[number], 'effectiveFrom' | 'awareOn'>): string | null =>
  (effectiveFrom ?? '') > awareOn ? effectiveFrom : null;

/**
 * What is owed to authorities, to gates, after findings and by evidence: one list that Overview counts, the week shows and notices
 * tell of.
 * @param reports as `governance.reports` tells them
 */
export async function gatherOwed(
  read: ReadHandle,
  now: string,
  settings: Settings,
  reports: Reports,
): Promise<OwedRows> {
  const today = now.slice(0, 10);
  const gates = await listFallenGates(read, settings, today);
  const findings = await listOverdueFindings(read, today);
  const ending = await listEndingEvidence(read, today);
  const unsent = reports.flatMap(({ due, reportedOn, ...report }) =>
    due === null || reportedOn !== null ? [] : [{ ...report, due, asksFrom: askedFrom(report) }],
  );
  const named = [...findings, ...unsent].flatMap(({ modelId }) => modelId ?? []);
  const models = new Map((await listModelsById(read, [...new Set(named)])).map((row) => [row.id, row]));
  const of = (modelId: string | null, name: string) => {
    const row = modelId === null ? undefined : models.get(modelId);
    return {
      modelId: row?.id ?? null,
      name: row?.name ?? name,
      tier: asTier(row?.tier ?? null),
      owner: row === undefined ? '' : row.technical_owner || row.business_owner,
    };
  };
  const owed: Owed[] = [
    ...unsent.flatMap(
      ({ id, incidentId, incidentTitle, modelId, packName: text, due, asksFrom }) =>
        owedReport(of(modelId, incidentTitle), { id, incidentId, text, due, asksFrom }, today) ?? [],
    ),
    ...gates
      .filter(({ kind }) => kind === 'fallen')
      .map(({ id: modelId, name, tier, owner, words, since }) =>
        owedGate({ modelId, name, tier, owner }, { words, since }),
      ),
    ...findings.map(({ modelId, owner, ...finding }) => {
      const model = of(modelId, '');
      return owedFinding({ ...model, owner: owner || model.owner }, finding);
    }),
    ...ending.map(({ id, modelId, name, tier, owner, kind, validUntil }) =>
      owedEvidence({ modelId, name, tier, owner }, { id, label: labelOf(kind), validUntil }, today),
    ),
  ];
  return { owed, lacking: gates.filter(({ kind }) => kind === 'lacking') };
}

/** What of it Overview counts: nothing where there is nothing. */
export function owedOf({ owed, lacking }: OwedRows, reports: Reports): OwedAttention {
  const of = (kind: Owed['kind'], late?: boolean): readonly Owed[] =>
    owed.filter((one) => one.kind === kind && (late === undefined || one.late === late));
  const [firstReport] = of('reports');
  const report = reports.find(({ id }) => id === firstReport?.key);
  const findings = of('findings');
  const [finding] = findings;
  const fallen = of('gates');
  const [gate] = fallen;
  const [bare] = lacking;
  const ofEvidence = (late: boolean) => {
    const rows = of('evidence', late);
    const [first] = rows;
    return first && { count: new Set(rows.map(({ modelId }) => modelId)).size, first: firstOf(first) };
  };
  const evidenceEnded = ofEvidence(true);
  const evidenceEnds = ofEvidence(false);
  return {
    ...(report?.due && {
      reportsDue: {
        count: of('reports').length,
        late: of('reports', true).length,
        ahead: of('reports').filter(({ mark }) => mark !== 'act').length,
        first: {
          incidentId: report.incidentId,
          title: report.incidentTitle,
          text: report.packName,
          due: report.due,
          asksFrom: askedFrom(report),
        },
      },
    }),
    ...(gate && {
      gatesFallen: {
        count: fallen.length,
        tier1: fallen.filter(({ tier }) => tier === 1).length,
        first: firstOf(gate),
      },
    }),
    ...(bare && {
      gatesLacking: {
        count: lacking.length,
        tier1: lacking.filter(({ tier }) => tier === 1).length,
        first: { model: { id: bare.id, name: bare.name }, words: bare.words.join('; '), since: null },
      },
    }),
    ...(evidenceEnded && { evidenceEnded }),
    ...(evidenceEnds && { evidenceEnds }),
    ...(finding && {
      findingsOverdue: {
        count: findings.length,
        grave: findings.filter(({ mark }) => mark === 'act').length,
        first: firstOf(finding),
      },
    }),
  };
}

const firstOf = ({ modelId, name, what, from }: Owed) => ({
  model: { id: modelId ?? '', name },
  words: what,
  since: from,
});
