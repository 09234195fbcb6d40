import { expect, it } from 'vitest';
import { rowFieldLabel, rowValueText } from './row-value';

it.each([
  ['models', 'annual_run_cost_minor', 6_000_000, '€60,000'],
  ['models', 'next_review', '2027-02-13', '13 Feb 2027'],
  ['models', 'tier', 1, 'Tier 1'],
  ['models', 'tier', null, ''],
  ['models', 'tags', '["pricing","eu"]', 'pricing, eu'],
  ['models', 'purpose', '[draft', '[draft'],
  ['incidents', 'cost_minor', 250_050, '€2,500.50'],
  ['incidents', 'person_hours', 1.5, '1.5'],
  ['incidents', 'title', '', ''],
])('writes %s.%s %j as “%s”', (table, column, value, text) => {
  expect(rowValueText(table, column, value, 'EUR')).toBe(text);
});

it('calls a field as people do', () => {
  expect(rowFieldLabel('models', 'annual_run_cost_minor')).toBe('Annual run cost');
  expect(rowFieldLabel('incidents', 'owner')).toBe('Owner');
  expect(rowFieldLabel('models', '')).toBe('The whole row');
});
