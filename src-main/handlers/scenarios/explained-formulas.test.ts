import { expect, it } from 'vitest';
import { pairName, pairsOf } from '#domain/scenarios/plan/comparison-flows';
import { equationsOf, errorOf } from '#domain/scenarios/testing/calculator';
import { expectedPreset } from '../../testing/scenario-facts';
import { type TestBackend, testBackend } from '../../testing/test-backend';

/** Half a tenth of a per cent. */
const ALLOWED = 0.0005;

/** Every printed equation of a scenario's figures, levels and years that a calculator does not come to. */
async function wrongFormulas({ call }: TestBackend, id: string) {
  const { inputs } = await call('scenarios.get', { id });
  let seen = 0;
  const wrong: string[] = [];
  for (const compare of pairsOf(inputs).map(pairName)) {
    const { figures, levels, years, options } = await call('scenarios.explain', { id, compare });
    const printed = [
      ...figures.map(({ numbers }) => numbers),
      ...levels.flatMap(({ pvCost, cumulative }) => [pvCost, ...cumulative].map(({ numbers }) => numbers)),
      ...years.flatMap(({ lines }) => lines.map(({ numbers }) => numbers)),
      ...options.flatMap((option) => [
        ...option.figures.map(({ numbers }) => numbers),
        ...option.years.flatMap(({ lines, under }) => [...lines, ...under].map(({ numbers }) => numbers)),
      ]),
    ];
    for (const equation of printed.flatMap(equationsOf)) {
      seen += 1;
      // Sums of amounts rounded to the cent may be off by some cents.
      const cents = Math.abs(equation.found - equation.said) < 0.15 && Math.abs(equation.said) > 1;
      if (!cents && !(errorOf(equation) < ALLOWED)) wrong.push(equation.text);
    }
    const closed = figures.filter(({ value, numbers }) => value !== null && value !== 0 && !numbers.includes(' = '));
    expect(closed.map(({ key }) => key)).toEqual([]);
  }
  return { seen, wrong };
}

it('a calculator comes to every printed formula of the sample, from the printed numbers', {
  timeout: 120_000,
}, async () => {
  const engine = await testBackend({ portfolio: false });
  await engine.call('workspace.sample', {});
  const { scenarios } = await engine.call('scenarios.list', {});
  expect(scenarios).toHaveLength(3);
  for (const { id } of scenarios) {
    const { seen, wrong } = await wrongFormulas(engine, id);
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(300);
  }
});

it('and of a plan of hundreds of models', async () => {
  const engine = await testBackend();
  const { id, inputs } = await engine.call('scenarios.create', expectedPreset);
  await engine.call('scenarios.update', { id, patch: { inputs: { ...inputs, modelsAtStart: 892, inflation: 0.023 } } });
  expect((await wrongFormulas(engine, id)).wrong).toEqual([]);
});
