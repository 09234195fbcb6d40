import type { ModelVersions, PreviewVersion, VersionsPreview } from '#contract/models/import-versions';
import type { Dated } from '#domain/base/period';
import { endsByVersion, liveEvents } from '#domain/models/live-versions';
import { describeColumns } from '../../../importers/inventory/columns';
import type { FoundModel } from '../../../importers/versions/group-models';
import { orderShown } from '../../../importers/versions/guess-mapping';
import type { PlannedModel } from '../../../importers/versions/plan-types';
import { isRelease } from '../../../importers/versions/plan-versions';
import type { ToldVersion } from '../../../importers/versions/read-versions';
import { recordKey } from '../../../importers/versions/version-records';
import { describeMatch } from '../describe-match';
import { readingFacts } from '../reading-facts';
import type { PreparedVersions } from './prepare-versions';

const SHOWN_MODELS = 500;
const SHOWN_LINES = 300;
const SHOWN_VERSIONS = 20_000;

/** A prepared import of versions as the screen and scripts see it. */
export async function describeVersions(prepared: PreparedVersions, signal: AbortSignal): Promise<VersionsPreview> {
  const { table, planned, mapping, source, problems, counts, versions } = prepared;
  return {
    format: 'versions',
    ...readingFacts(table, table.parts),
    columns: await describeColumns(table, signal),
    mapping,
    source: { name: source.name, known: source.known !== null, rules: source.rules },
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
    ended: endedOf(planned),
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

const endedOf = (planned: readonly PlannedModel[]): VersionsPreview['ended'] =>
  planned.flatMap(({ model, name, ended }) =>
    ended
      ? [
          {
            modelId: model?.id ?? null,
            name,
            version: ended.version,
            until: ended.until.at.slice(0, 10),
            untilPrecision: ended.until.precision,
          },
        ]
      : [],
  );

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
  const { model, name, told, states, kept, after, contradictions } = planned;
  const called = new Map(kept.map((one) => [recordKey(one.version), one]));
  const stateOf = new Map(told.map((one, index) => [one, states[index] ?? 'known']));
  const rows = told.filter(({ released }) => released);
  const versions = liveEvents(after, endsByVersion(kept)).map(({ kind, version, from, until }): PreviewVersion => {
    const row = kind === 'release' ? rowOf(rows, version, from) : undefined;
    const { alias = '', stage = '' } = called.get(recordKey(version)) ?? {};
    const head = { row: row?.row ?? 0, kind, version, state: (row && stateOf.get(row)) ?? 'ours' } as const;
    return { ...head, ...days(from, until), alias, stage };
  });
  const besides = told.flatMap((one): PreviewVersion[] => {
    if (one.released) return [];
    const { alias = '', stage = '', until = null } = called.get(recordKey(one.version)) ?? {};
    const head = { row: one.row, kind: 'kept', version: one.version, state: stateOf.get(one) ?? 'known' } as const;
    return [{ ...head, ...days(null, until), alias, stage }];
  });
  return {
    modelId: model?.id ?? null,
    name,
    versions: [...versions, ...besides],
    contradictions: contradictions.map(({ told: { row, version }, ...rest }) => ({ row, version, ...rest })),
  };
}

/** The row that tells of a release, else the only one of its version: that one contradicts. */
function rowOf(rows: readonly ToldVersion[], version: string, from: Dated | null): ToldVersion | undefined {
  const own = rows.filter((row) => recordKey(row.version) === recordKey(version));
  const [only, ...others] = own;
  return own.find((row) => isRelease(row, { version, when: from })) ?? (others.length === 0 ? only : undefined);
}

const days = (
  from: Dated | null,
  until: Dated | null,
): Pick<PreviewVersion, 'from' | 'fromPrecision' | 'until' | 'untilPrecision'> => ({
  from: from?.at ?? null,
  fromPrecision: from?.precision ?? 'day',
  until: until?.at ?? null,
  untilPrecision: until?.precision ?? 'day',
});
