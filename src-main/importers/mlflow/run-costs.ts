import { z } from 'zod';
import { counted } from '#domain/base/wording';
import { costWindow, type RunCostProblem, runCostOf } from '#domain/connections/run-cost';
import type { Reckoned } from '../registry/registry-tables';
import type { Remote } from '../remote/remote';
import { RemoteError } from '../remote/remote-failure';
import type { Asked, Memory, Progress, Warning } from '../sources/source';
import { EXTRA } from './extra-part';
import type { MlflowRegistry } from './mlflow-registry';
import { type Asker, askerOf, DAY_MS, dayOf, numberOf } from './trace-metrics';
import { CALLS, PRICED } from './trace-questions';

interface Costs {
  readonly reckoned: Reckoned | null;
  readonly memory: Memory;
  readonly warnings: readonly Warning[];
}

interface Look extends Pick<Asked, 'now' | 'mapping' | 'currency' | 'before'> {
  readonly registry: Pick<MlflowRegistry, 'models'>;
  readonly traced: readonly { readonly id: string; readonly name: string }[];
}

const NOTHING: Costs = { reckoned: null, memory: {}, warnings: [] };
/** Kinds of spans that are a call of a model, so that each should have a price. */
const PAID = new Set(['LLM', 'CHAT_MODEL', 'EMBEDDING']);
const Remembered = z.object({ runCost: z.object({ to: z.string(), usd: z.number() }) });

/**
 * What the calls of a registered model's application cost in a year, where somebody said that this is its run cost: of the last whole
 * months, in dollars as MLflow reckons them or at the rate that was said. No price for some of the calls, or a month without any: no value.
 */
export async function readRunCosts(
  registry: Remote,
  { mapping: { runCost }, currency, now, before, registry: { models }, traced }: Look,
  progress: Progress,
): Promise<Costs> {
  const names = new Set(models.map(({ name }) => name));
  const theirs = traced.filter(({ name }) => names.has(name));
  if (runCost === null || theirs.length === 0) return NOTHING;
  if (currency !== 'USD' && runCost.rate === null) return { ...NOTHING, warnings: [noRate(currency)] };
  const window = costWindow(now);
  const known = knownCosts(before.taken, window.to);
  const costs = new Map<string, number>();
  const without: { readonly name: string; readonly why: RunCostProblem }[] = [];
  const warnings: Warning[] = [];
  try {
    const asker = askerOf(registry.within(EXTRA));
    for (const [at, { id, name }] of theirs.entries()) {
      progress('Reading what calls cost', at, theirs.length);
      const found = known.get(name) ?? (await costOf(asker, id, window));
      if (typeof found === 'number') costs.set(name, found);
      else if (found !== 'no_cost') without.push({ name, why: found });
    }
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    warnings.push({
      what: `Not all run costs were read: ${error.problem.what}`,
      todo: 'Models and versions were read',
    });
  }
  const rate = currency === 'USD' ? null : runCost.rate;
  const text = (usd: number): string => (usd * (rate?.perUsd ?? 1)).toFixed(2);
  return {
    reckoned:
      costs.size === 0
        ? null
        : {
            field: 'annualRunCost',
            column: formulaOf(window, rate && { ...rate, currency }),
            of: new Map([...costs].map(([name, usd]) => [name, text(usd)])),
          },
    memory: window.settled
      ? Object.fromEntries([...costs].map(([name, usd]) => [name, { runCost: { to: window.to, usd } }]))
      : {},
    warnings: [...warnings, ...aboutMissing(without)],
  };
}

const noRate = (currency: string): Warning => ({
  what: `MLflow reckons costs in USD, and this portfolio counts in ${currency}: nothing is said of run costs`,
  todo: 'Say in the connection what a dollar is',
});

/** The column that the value stands in says how it came about; its rows are a series of the model. */
const formulaOf = (
  { from, to, days }: ReturnType<typeof costWindow>,
  rate: { readonly perUsd: number; readonly asOf: string; readonly currency: string } | null,
): string =>
  [
    `Sum of “Cost of a day, USD” from ${from} to ${to} × 365 ÷ ${days}`,
    ...(rate ? [`${rate.perUsd} ${rate.currency} a dollar, as of ${rate.asOf}`] : []),
  ].join(' × ');

async function costOf(
  asker: Asker,
  id: string,
  window: ReturnType<typeof costWindow>,
): Promise<number | RunCostProblem> {
  const span = { from: Date.parse(window.from), to: Date.parse(window.to) + DAY_MS };
  const { points, lost } = await asker.daily(id, PRICED, span);
  if (lost.length > 0) return 'partly_priced';
  let priced = 0;
  const days = points.flatMap((point) => {
    const [day, usd, mean] = [dayOf(point), numberOf(point, 'SUM'), numberOf(point, 'AVG')];
    if (day === null || usd === null) return [];
    priced += mean !== null && mean > 0 ? Math.round(usd / mean) : 0;
    return [{ day, usd }];
  });
  if (days.length === 0) return 'no_cost';
  const { points: kinds } = await asker.whole([id], CALLS, span);
  const calls = kinds
    .filter(({ dimensions }) => PAID.has(dimensions?.span_type ?? ''))
    .reduce((sum, point) => sum + (numberOf(point, 'COUNT') ?? 0), 0);
  return runCostOf(days, { priced, calls }, window);
}

function knownCosts(taken: readonly Memory[], to: string): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const memory of taken)
    for (const [name, value] of Object.entries(memory)) {
      const { data } = Remembered.safeParse(value);
      if (data?.runCost.to === to) known.set(name, data.runCost.usd);
    }
  return known;
}

const WHY: Readonly<Record<Exclude<RunCostProblem, 'no_cost'>, string>> = {
  too_short: 'cost nothing in one of the last three whole months, or not from their beginning',
  partly_priced: 'make calls without a price beside those with one',
};

function aboutMissing(without: readonly { readonly name: string; readonly why: RunCostProblem }[]): readonly Warning[] {
  return (['too_short', 'partly_priced'] as const).flatMap((why) => {
    const names = without.filter((one) => one.why === why).map(({ name }) => `“${name}”`);
    if (names.length === 0) return [];
    const some = `${counted(names.length, 'application')} (${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''})`;
    return [
      {
        what: `Of ${some} no run cost is said, for they ${WHY[why]}`,
        todo: 'Their costs of a day are here as results',
      },
    ];
  });
}
