import type { Output } from '#contract/index';
import { sayDay } from '#domain/base/calendar';
import { counted, verb } from '#domain/base/wording';
import { dependencyGraph } from '#domain/governance/dependency-graph';
import { type Cause, type Fallen, RestingOn } from '#domain/governance/falls-with';
import { isInProduction } from '#domain/models/lifecycle';
import type { Stage } from '#domain/vocabulary';
import { DomainError } from '../../failure/domain-error';
import { listDependencies } from '../../store/governance/rows';
import type { ReadHandle } from '../../store/journal/handle';
import { listModelsAsOf } from '../../store/models/as-of';
import { asKind, asTier } from '../../store/models/cells';
import { getModel, listAllModels } from '../../store/models/models';
import type { SubjectHandlers } from '../subject';

type Falls = Output<'dependencies.falls'>;
type Resting = Omit<Falls['models'][number], 'steps' | 'stops'>;
type Handlers = SubjectHandlers<'dependencies'>;

/** Models as they were on a day, those that were retired left out; of today or a day to come as they are. */
async function modelsOn(read: ReadHandle, day: string, now: string): Promise<ReadonlyMap<string, Resting>> {
  const shape = (row: {
    id: string;
    name: string;
    unit: string;
    tier: number | null;
    kind: string | null;
    stage: Stage;
  }) => ({
    id: row.id,
    name: row.name,
    unit: row.unit,
    tier: asTier(row.tier),
    kind: asKind(row.kind),
    stage: row.stage,
    inProduction: isInProduction(row.stage),
  });
  const rows = day >= now.slice(0, 10) ? await listAllModels(read) : await listModelsAsOf(read, `${day}T23:59:59.999Z`);
  return new Map(rows.map(shape).flatMap((row) => (row.stage === 'retired' ? [] : [[row.id, row] as const])));
}

/** What rests on what on a day; what was retired by then rests on nothing. */
export async function restingOn(
  read: ReadHandle,
  day: string,
  now: string,
): Promise<{ readonly resting: RestingOn; readonly models: ReadonlyMap<string, Resting> }> {
  const models = await modelsOn(read, day, now);
  const rows = await listDependencies(read);
  const links = rows.flatMap((row) =>
    row.relation === 'none' || !models.has(row.model_id)
      ? []
      : [
          {
            modelId: row.model_id,
            dependsOn: row.depends_on,
            outside: row.outside,
            critical: row.critical === 1,
            from: row.from_day,
            until: row.until_day,
          },
        ],
  );
  return { resting: new RestingOn(links, day), models };
}

export async function causeOf(
  read: ReadHandle,
  { modelId, outside }: { readonly modelId?: string | undefined; readonly outside?: string | undefined },
): Promise<{ readonly cause: Cause; readonly what: string }> {
  if ((modelId === undefined) === (outside === undefined || outside === ''))
    throw new DomainError(
      'invalid_input',
      'Say what goes: a model of the portfolio, or the name of something outside.',
    );
  if (modelId !== undefined) return { cause: { modelId }, what: (await getModel(read, modelId)).name };
  return { cause: { outside: outside ?? '' }, what: outside ?? '' };
}

const serving = (
  fallen: readonly Fallen[],
  models: ReadonlyMap<string, Resting>,
): { stops: number; touched: number } => {
  const found = fallen.filter(({ modelId }) => models.get(modelId)?.inProduction);
  const stops = found.filter((one) => one.stops).length;
  return { stops, touched: found.length - stops };
};

export const readFalls: Handlers['falls'] = async ({ on, ...asked }, { read, now }) => {
  const day = (on ?? now).slice(0, 10);
  const { cause, what } = await causeOf(read, asked);
  const { resting, models } = await restingOn(read, day, now);
  const fallen = resting.falls(cause);
  const rows = fallen.flatMap(({ modelId, steps, stops }) => {
    const model = models.get(modelId);
    return model ? [{ ...model, steps, stops }] : [];
  });
  const units = new Map<string, { unit: string; stops: number; touched: number }>();
  for (const { unit, stops, inProduction } of rows) {
    if (!inProduction) continue;
    const known = units.get(unit) ?? { unit, stops: 0, touched: 0 };
    units.set(unit, known);
    known[stops ? 'stops' : 'touched'] += 1;
  }
  const listed = [...units.values()].sort(
    (a, b) => b.stops - a.stops || b.touched - a.touched || (a.unit < b.unit ? -1 : 1),
  );
  return {
    day,
    what,
    headline: headlineOf(what, day, serving(fallen, models), listed, rows.length),
    models: rows.map((row) => ({ ...row })),
    units: listed,
  };
};

function headlineOf(
  what: string,
  day: string,
  { stops, touched }: { readonly stops: number; readonly touched: number },
  units: Falls['units'],
  all: number,
): string {
  const when = `If “${what}” is withdrawn on ${sayDay(day)}`;
  if (all === 0) return `${when}, no model is known to rest on it. What nobody has noted is not known.`;
  const stopped = units.filter((unit) => unit.stops > 0);
  const named = stopped.filter(({ unit }) => unit !== '').length;
  const unnamed = stopped.some(({ unit }) => unit === '') ? ' and of no unit' : '';
  const whose = named === 0 ? '' : ` of ${counted(named, 'unit')}${unnamed}`;
  const others = all - stops - touched;
  const parts = [
    stops === 0
      ? 'no model in production stops'
      : `${counted(stops, 'model')} in production${whose} ${verb(stops, 'stops', 'stop')}`,
    ...(touched > 0 ? [`${touched} more ${verb(touched, 'is', 'are')} touched`] : []),
    ...(others > 0 ? [`${others} not in production ${verb(others, 'rests', 'rest')} on it too`] : []),
  ];
  return `${when}, ${parts.join('; ')}.`;
}

export const readGraph: Handlers['graph'] = async ({ on }, { read, now }) => {
  const day = (on ?? now).slice(0, 10);
  const { resting, models } = await restingOn(read, day, now);
  const graph = dependencyGraph(resting);
  const nodes = graph.nodes.flatMap(({ key, modelId, outside, name, layer }) => {
    const model = modelId === null ? null : (models.get(modelId) ?? null);
    if (modelId !== null && model === null) return [];
    const fallen = resting.falls(modelId === null ? { outside } : { modelId });
    return [{ key, name: model?.name ?? name, layer, model, outside, ...serving(fallen, models) }];
  });
  const shown = new Set(nodes.map(({ key }) => key));
  const said = new Set((await listDependencies(read)).map(({ model_id }) => model_id));
  const unsaid = [...models.values()].filter(
    ({ id, kind, inProduction }) => inProduction && (kind === 'generative' || kind === 'agent') && !said.has(id),
  );
  const resters = nodes.filter(({ key }) => graph.links.some(({ to, below }) => to === key && !below)).length;
  const open =
    unsaid.length === 0
      ? ''
      : ` Of ${counted(unsaid.length, 'generative model or agent', 'generative models and agents')} in production nobody has said what ${verb(unsaid.length, 'it rests', 'they rest')} on.`;
  return {
    day,
    headline: `${resters === 0 ? 'No model is noted to rest on anything.' : `${counted(resters, 'model')} ${verb(resters, 'rests', 'rest')} on others or on something outside.`}${open}`,
    nodes,
    links: graph.links.filter(({ from, to }) => shown.has(from) && shown.has(to)).map((link) => ({ ...link })),
    unsaid,
  };
};
