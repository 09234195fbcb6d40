import { expect, it } from 'vitest';
import type { RecordedModel } from '../models/recorded-releases';
import { mostOfTheDifference } from '../models/update-differences';
import { DEFAULT_UPDATES_PER_YEAR } from '../models/update-frequency';
import { updatesItem } from './attention-updates';

const model = (modelId: string, frequency: RecordedModel['frequency'], updates: number): RecordedModel => ({
  modelId,
  name: `Model ${modelId}`,
  years: 1,
  updates,
  releases: updates,
  ...(frequency !== undefined && { frequency }),
});

const rates = { noted: 34, recorded: 1.5, times: 23.05, levels: { noted: 3, recorded: 2 }, levelsOpen: false };

it('names the models that make most of the difference, and opens them', () => {
  const models = [model('a', 'daily', 4), model('b', 'on_drift', 2), model('c', 'yearly', 0), model('d', null, 3)];
  const found = mostOfTheDifference(models, DEFAULT_UPDATES_PER_YEAR);
  expect(found.most.map(({ modelId }) => modelId)).toEqual(['b', 'a']);
  const { attention } = updatesItem({ ...rates, ...found });
  expect(attention).toMatchObject({
    kind: 'updates_apart',
    severity: 'watch',
    title: 'Updates are noted 23.1 times as often as they are recorded',
    action: { filter: { inProduction: true, updateFrequency: ['on_drift', 'daily'] } },
  });
  expect(attention.detail).toMatch(/ \d+% of the difference: /);
  expect(attention.detail).toContain('the noted ones ask for level 3, the recorded ones for level 2');
  expect(attention.detail).toContain(
    'Model b (noted on drift, 2 updates recorded) and Model a (noted daily, 4 updates recorded)',
  );
});

it('says no level of the noted ones for certain where others are not noted', () => {
  const found = mostOfTheDifference([model('a', 'yearly', 30)], DEFAULT_UPDATES_PER_YEAR);
  const levels = { noted: 2, recorded: 2 };
  const { attention } = updatesItem({ ...rates, ...found, levels, levelsOpen: true });
  expect(attention.detail).toContain('the noted ones ask for level 2 or more, the recorded ones for level 2');
});

it('opens the one model that makes it, and says the other way round', () => {
  const found = mostOfTheDifference([model('a', 'yearly', 30)], DEFAULT_UPDATES_PER_YEAR);
  const { attention } = updatesItem({ ...rates, noted: 1, recorded: 30, ...found });
  expect(attention.title).toMatch(/^Updates are recorded/);
  expect(attention.action).toMatchObject({ modelId: 'a', filter: null });
});

it('has no part in models that nobody noted a frequency of', () => {
  expect(mostOfTheDifference([model('a', null, 9), model('b', undefined, 9)], DEFAULT_UPDATES_PER_YEAR)).toEqual({
    most: [],
    share: 0,
  });
});
