import { expect } from 'vitest';
import type { Output } from '#contract/index';
import type { TestBackend } from './test-backend';

export type Scenario = Output<'scenarios.get'>;
export const expectedPreset = { from: { kind: 'preset', preset: 'expected' } } as const;

export function itemOf(scenario: Scenario, path: string): Scenario['items'][number] {
  const found = scenario.items.find((one) => one.path === path);
  if (!found) throw new Error(`no input ${path}`);
  return found;
}

/** Everything that undo must bring back. */
export const factsOf = ({ updatedAt: _at, ...rest }: Scenario) => rest;

/** The last change is turned back and done again; each time every fact of the scenario is as it was. */
export async function undoAndRedo({ call }: TestBackend, before: Scenario, after: Scenario): Promise<void> {
  await call('history.undo', {});
  expect(factsOf(await call('scenarios.get', { id: before.id }))).toEqual(factsOf(before));
  await call('history.redo', {});
  expect(factsOf(await call('scenarios.get', { id: after.id }))).toEqual(factsOf(after));
}
