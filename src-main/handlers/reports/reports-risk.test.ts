import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { formsOf } from '#domain/base/forms';
import { fillPortfolio } from '../../testing/report-portfolio';
import { testBackend } from '../../testing/test-backend';

const NOW = '2026-11-23T10:00:00.000Z';

it('tells the figures adjusted for risk where their factors are kept with the plan, as the page of options has them', {
  timeout: 60_000,
}, async () => {
  const engine = await testBackend();
  const { call, folder } = engine;
  const { scenarioId: id } = await fillPortfolio(engine, 12, NOW);
  const out = join(folder, 'deck.pptx');
  const words = async (length: 'board' | 'steering'): Promise<string> => {
    await call('reports.deck', { out, length });
    return Object.entries(unzipSync(readFileSync(out)))
      .filter(([name]) => name.startsWith('ppt/slides/slide'))
      .map(([, content]) => strFromU8(content))
      .join('\n');
  };
  expect(await words('steering')).not.toContain('Adjusted for risk');
  const risk = { benefit: [0.5, 0.8, 1], cost: [1, 1.1, 1.5] } as const;
  await call('scenarios.update', {
    id,
    patch: { asked: { risk: { benefit: [...risk.benefit], cost: [...risk.cost] } } },
  });
  const { inputs, result } = await call('scenarios.get', { id });
  const { cheapest } = await call('investment.options', { inputs });
  const compare = cheapest === 'L1' ? result.compare : `${cheapest} vs L1`;
  const { tei } = await call('investment.views', {
    inputs,
    compare,
    benefit: [...risk.benefit],
    cost: [...risk.cost],
  });
  const text = await words('steering');
  expect(text).toContain('Adjusted for risk, as TEI does');
  const percent = formsOf('en-GB').numbers({ style: 'percent', maximumFractionDigits: 0 });
  for (const share of [tei.plain.roiTei, tei.adjusted.roiTei]) expect(text).toContain(percent.format(share ?? 0));
  expect(tei.adjusted.npv).toBeLessThan(tei.plain.npv);
  expect(await words('board')).not.toContain('Adjusted for risk');
});
