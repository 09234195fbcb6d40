import type { Input } from '#contract/index';
import { portfolioIn, type Seed } from './seed';
import { daysAgo, weekly } from './seed-drift';

/** How far a portfolio goes: everything large and long, or as little as there can be. */
export type Extreme = 'vast' | 'bare';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnungsprüfung of transatlantic reinsurance claims';

/** A portfolio with one thing of each kind, at the ends of what the fields take. */
export function seedExtreme(folder: string, extreme: Extreme): Seed & { readonly model: string } {
  const vast = extreme === 'vast';
  const seed = portfolioIn(folder, extreme, vast ? 'JPY' : 'EUR');
  const name = vast ? LONG : 'A';
  const model = { stage: 'monitored', since: daysAgo(vast ? 4000 : 3).slice(0, 10) } as const;
  const { id: modelId } = seed.call('models.create', {
    ...model,
    name,
    unit: vast ? `${LONG} / ${LONG}` : '',
    tier: 1,
  });
  for (let n = 0; n < (vast ? 5 : 0); n += 1) {
    seed.call('models.move', { id: modelId, to: 'retraining', at: daysAgo(90 - n * 12).slice(0, 10), reason: LONG });
    const live = { id: modelId, at: daysAgo(88 - n * 12).slice(0, 10) };
    seed.call('models.move', { ...live, to: 'deployed', version: `2026.${n}-rc.${n}+build.20261101`, reason: LONG });
  }
  const bins = Array.from({ length: vast ? 40 : 1 }, (_, bin) =>
    vast ? `${bin * 1_000_000} to ${LONG.slice(0, 20)}` : 'all',
  );
  const distribution = {
    bins,
    reference: bins.map((_, bin) => (bin % 3) + 1),
    current: bins.map((_, bin) => ((bin * 7) % 11) + (bin === 0 ? 90 : 1)),
  };
  seed.call('drift.record', {
    results: [
      ...weekly({ modelId, values: vast ? Array.from({ length: 120 }, (_, n) => (n % 9) * 1e5) : [0] }),
      ...weekly({ modelId, values: [0.9], more: { column: vast ? LONG : 'x', distribution } }),
    ],
  });
  for (let n = 0; n < (vast ? 4 : 1); n += 1)
    seed.call('incidents.create', {
      title: vast ? `${LONG} ${n}` : 'B',
      modelId,
      severity: vast ? 1 : 5,
      openedAt: daysAgo(n + 1),
      cause: n === 0 ? 'drift' : 'data_quality',
      ...(vast ? { costMinor: 9_000_000_000_000, personHours: 999_999 } : {}),
    });
  const scenarios = (['expected', 'article'] as const).map((preset) =>
    seed.call('scenarios.create', { name: vast ? `${LONG} ${preset}` : preset, from: { kind: 'preset', preset } }),
  );
  for (const { id, inputs } of scenarios)
    seed.call('scenarios.update', { id, patch: { inputs: stretched(inputs, vast) } });
  for (const target of [1, 3] as const) {
    const { id } = seed.call('assessments.start', { name: vast ? `${LONG} ${target}` : `${target}`, target });
    if (vast) seed.call('assessments.answer', { id, questionId: 'FS1', value: 3 });
    seed.call('assessments.finish', { id });
  }
  return { ...seed, model: name };
}

type Inputs = NonNullable<Input<'scenarios.update'>['patch']['inputs']>;

/** Amounts of trillions over ten years, or next to nothing in one. */
function stretched(inputs: Inputs, vast: boolean): Inputs {
  return {
    ...inputs,
    loadedAnnual: vast ? 9e11 : 1,
    incidentCost: vast ? 5e10 : 0,
    newModels: vast ? Array.from({ length: 10 }, (_, year) => 200 * (year + 1)) : [0],
    retired: vast ? inputs.retired : [],
    modelsAtStart: vast ? 900 : 1,
    // A derived input would be worked out again from the rows.
    derived: [],
  };
}
