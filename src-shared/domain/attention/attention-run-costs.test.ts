import { expect, it } from 'vitest';
import { runCostsItem } from './attention-run-costs';

const found = { scenarioId: 's1', name: 'Plan', models: 31, inProduction: 31 };

it('says which of the two is higher, by how much, of how many, and what to do', () => {
  const { attention } = runCostsItem({ ...found, ratio: 2.62 });
  expect(attention.title).toBe('Run costs are noted 2.6 times as high as the plan says');
  expect(attention.detail).toContain('Noted of 31 of 31 models in production');
  expect(attention.action).toMatchObject({ label: 'Open the people of today', scenarioId: 's1' });
  const below = runCostsItem({ ...found, ratio: 0.25 }).attention;
  expect(below.title).toBe('The plan says run costs 4 times as high as they are noted');
});
