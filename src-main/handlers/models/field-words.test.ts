import { expect, it } from 'vitest';
import { fieldLabel, STATED_NAMES } from '#domain/models/model-fields';
import { fieldWords } from './edit-models';

it('names the fields of a change as every screen does', () => {
  for (const name of STATED_NAMES) expect(fieldWords([name]).toLowerCase()).toBe(fieldLabel(name).toLowerCase());
  expect(fieldWords(['annualValueMinor', 'unit'])).toBe('annual value and business unit');
  expect(fieldWords(['tier', 'unit', 'kind'])).toBe('tier, business unit and kind');
  expect(fieldWords(['addTags', 'removeTags'])).toBe('tags');
  expect(fieldWords([])).toBe('nothing');
  expect(fieldWords(['name', 'unit', 'tier', 'type'])).toBe('4 fields');
});
