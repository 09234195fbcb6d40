import type { Input } from '#contract/index';
import type { Seed } from './seed';

type Result = Extract<Input<'drift.record'>, { results: unknown }>['results'][number];

const DAY = 86_400_000;
/** Results end on the UTC day that it is. */
const today = Math.floor(Date.now() / DAY) * DAY;
export const daysAgo = (days: number): string => new Date(today - days * DAY).toISOString();

interface SeriesSeed {
  readonly modelId: string;
  readonly values: readonly number[];
  /** Days since the newest of them. */
  readonly end?: number;
  readonly more?: Partial<Result>;
}

/** One figure a week, oldest first. */
export const weekly = ({ modelId, values, end = 0, more = {} }: SeriesSeed): Result[] =>
  values.map((value, index) => ({
    modelId,
    column: 'age',
    metric: 'psi',
    method: 'PSI',
    base: 'e',
    binning: 'deciles of the reference',
    source: { tool: 'Modelfolio', version: '1' },
    at: daysAgo(end + 7 * (values.length - 1 - index)),
    value,
    nRef: 20_000,
    nCur: 4000,
    nBins: 10,
    ...more,
  }));

const steady = Array.from({ length: 30 }, (_, index) => 0.02 + (index % 5) / 200);

/** Drift for the bank: a new model of tier 1 at act for three weeks, Churn silent, others never measured. */
export function seedDrift(seed: Seed): { readonly fraud: string; readonly churn: string } {
  const since = daysAgo(250).slice(0, 10);
  const fraud = seed.call('models.create', { name: 'Payments fraud', tier: 1, stage: 'monitored', since }).id;
  const churn = seed.call('models.list', { search: 'Churn' }).rows[0]?.id ?? '';
  const distribution = {
    bins: ['under 30', '30 to 60', 'over 60'],
    reference: [500, 300, 200],
    current: [200, 320, 480],
  };
  seed.call('drift.record', {
    results: [
      ...weekly({ modelId: fraud, values: [...steady, 0.15, 0.3, 0.33, 0.36] }),
      ...weekly({ modelId: fraud, values: steady, more: { column: 'income' } }),
      ...weekly({ modelId: fraud, values: [0.37], more: { distribution } }),
      ...weekly({ modelId: fraud, values: steady, more: { source: { tool: 'NannyML', version: '' } } }),
      ...weekly({
        modelId: fraud,
        values: steady,
        more: { source: { tool: 'Evidently', version: '' }, binning: 'Sturges', verdict: 'drift' },
      }),
      ...weekly({ modelId: churn, values: steady, end: 60 }),
    ],
  });
  seed.call('incidents.create', { title: 'Fraud alerts doubled', modelId: fraud, severity: 2, openedAt: daysAgo(3) });
  return { fraud, churn };
}
