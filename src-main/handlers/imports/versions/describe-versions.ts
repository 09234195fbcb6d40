import type { ModelVersions, PreviewVersion, VersionsPreview } from '#contract/models/import-versions';
import type { Dated } from '#domain/base/period';
import { type LiveMove, liveEvents } from '#domain/models/live-versions';
import { describeColumns } from '../../../importers/inventory/columns';
import type { FoundModel } from '../../../importers/versions/group-models';
import { orderShown } from '../../../importers/versions/guess-mapping';
import type { PlannedModel } from '../../../importers/versions/plan-types';
import { moveOf } from '../../../importers/versions/plan-versions';
import { recordKey } from '../../../importers/versions/version-records';
import { describeMatch } from '../describe-match';
import { readingFacts } from '../reading-facts';
import type { PreparedVersions } from './prepare-versions';

const SHOWN_MODELS = 500;
const SHOWN_LINES = 300;
const SHOWN_VERSIONS = 20_000;

/** A prepared import of versions as the screen and scripts see it. */
export async function describeVersions(prepared: PreparedVersions, signal: AbortSignal): Promise<VersionsPreview> {
  const { table, planned, mapping, problems, counts, versions } = prepared;
  return {
    format: 'versions',
    ...readingFacts(table, table.parts),
    columns: await describeColumns(table, signal),
    mapping,
    dateOrderShown: orderShown(table, mapping.fields) !== null,
    rows: table.rows.length,
    creates: counts.created,
    updates: counts.updated,
    unchanged: counts.unchanged,
    rejected: counts.rejected,
    problems: problems.kept,
    problemsTotal: problems.total,
    problemsByCode: problems.byCode(),
    versions: { ...versions, removed: 0 },
    modelCounts: {
      all: planned.length,
      created: planned.filter(({ model }) => !model).length,
      changed: planned.filter((one) => changesOf(one) > 0).length,
    },
    models: modelsOf(prepared.found),
    stages: [...prepared.stages.values()].map(({ text, to, count }) => ({ from: text, to, count })),
    lines: linesOf(planned),
  };
}

function modelsOf(found: readonly FoundModel[]): VersionsPreview['models'] {
  const models = found.map(({ text, match, count }) => ({ text, count, ...describeMatch(match), found: match.found }));
  const asks = (one: (typeof models)[number]): number =>
    one.found === 'ambiguous' ? 2 : one.found === 'unknown' ? 1 : 0;
  return models.sort((a, b) => asks(b) - asks(a) || b.count - a.count).slice(0, SHOWN_MODELS);
}

const changesOf = ({ states }: PlannedModel): number => states.filter((state) => state !== 'known').length;

/** Those that contradict first, then those that change; as many whole lines as fit. */
function linesOf(planned: readonly PlannedModel[]): ModelVersions[] {
  const urgency = (one: PlannedModel): number => (one.contradictions.length > 0 ? 2 : changesOf(one) > 0 ? 1 : 0);
  const lines: ModelVersions[] = [];
  let left = SHOWN_VERSIONS;
  for (const one of planned.toSorted((a, b) => urgency(b) - urgency(a)).slice(0, SHOWN_LINES)) {
    left -= one.told.length + one.moves.length;
    if (left < 0 && lines.length > 0) break;
    lines.push(lineOf(one));
  }
  return lines;
}

function lineOf(planned: PlannedModel): ModelVersions {
  const { model, name, told, states, known, contradictions } = planned;
  const rows = new Map(told.map((one, index) => [recordKey(one.version), { one, state: states[index] ?? 'known' }]));
  const patches = new Map(planned.changedRecords.map((patch) => [patch.id, patch]));
  const records = new Map(known.map((one) => [recordKey(one.version), { ...one, ...patches.get(one.id) }]));
  const moves = movesAfter(planned);
  const versions = liveEvents(moves).map(({ kind, version, from }): PreviewVersion => {
    const row = kind === 'release' ? rows.get(recordKey(version)) : undefined;
    const record = records.get(recordKey(version));
    const { until, alias, stage } = merged(row?.one, record);
    const head = { row: row?.one.row ?? 0, kind, version, state: row?.state ?? 'ours' } as const;
    return { ...head, ...days(from, until), alias, stage };
  });
  const kept = told.flatMap((one, index): PreviewVersion[] => {
    if (one.released) return [];
    const { until, alias, stage } = merged(one, records.get(recordKey(one.version)));
    const head = { row: one.row, kind: 'kept', version: one.version, state: states[index] ?? 'known' } as const;
    return [{ ...head, ...days(null, until), alias, stage }];
  });
  return {
    modelId: model?.id ?? null,
    name,
    versions: [...versions, ...kept],
    contradictions: contradictions.map(({ told: { row, version }, ...rest }) => ({ row, version, ...rest })),
  };
}

interface Besides {
  readonly until: Dated | null;
  readonly alias: string;
  readonly stage: string;
}

/** What is kept after the import: of an end that contradicts ours, unless the file was chosen. */
const merged = (told: Besides | undefined, record: Besides | undefined): Besides => ({
  until: record?.until ?? told?.until ?? null,
  alias: told?.alias || (record?.alias ?? ''),
  stage: told?.stage || (record?.stage ?? ''),
});

const days = (
  from: Dated | null,
  until: Dated | null,
): Pick<PreviewVersion, 'from' | 'fromPrecision' | 'until' | 'untilPrecision'> => ({
  from: from?.at ?? null,
  fromPrecision: from?.precision ?? 'day',
  until: until?.at ?? null,
  untilPrecision: until?.precision ?? 'day',
});

/** The history as it would be. */
function movesAfter({ model, told, moves, history }: PlannedModel): readonly LiveMove[] {
  if (!model || !history) return told.filter(({ released }) => released).map(moveOf);
  const refined = new Map(history.refined.map(({ id, ...rest }) => [id, rest]));
  const behind = new Map<string | null, LiveMove[]>();
  for (const { behind: id, ...move } of history.added) {
    const run = behind.get(id);
    if (run) run.push(move);
    else behind.set(id, [move]);
  }
  return [
    ...(behind.get(null) ?? []),
    ...moves.flatMap((move) => [{ ...move, ...refined.get(move.id) }, ...(behind.get(move.id) ?? [])]),
  ];
}
