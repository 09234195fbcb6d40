import { expect, it } from 'vitest';
import { columnLabel } from './column-label';

it.each([
  ['models', 'annual_run_cost_minor', 'annual run cost'],
  ['models', 'stage_since_precision', 'stage since precision'],
  ['incidents', 'cost_minor', 'cost minor'],
])('%s.%s is called %s', (table, column, label) => {
  expect(columnLabel(table, column)).toBe(label);
});
