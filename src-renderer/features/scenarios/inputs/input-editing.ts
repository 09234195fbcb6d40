import { useMemo } from 'react';
import { parsePath, withoutValue, withValue } from '#domain/scenarios/plan/input-path';
import { numberAt } from '#domain/scenarios/plan/scenario-inputs';
import type { ScenarioRange } from '#domain/scenarios/plan/scenario-ranges';
import type { Uncertain } from '#domain/scenarios/uncertainty/uncertain';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import type { Measured, Origin, Scenario, ScenarioItem } from '../page/scenario-types';
import { keepScenario, type ScenarioDraft } from '../page/use-scenario-draft';
import { type InputShape, shapeOf } from './input-shape';

/** One input as it stands: the number on the screen and what the file knows of it. */
export interface InputNow {
  readonly shape: InputShape | null;
  readonly value: number | null;
  readonly item: ScenarioItem | null;
  readonly range: ScenarioRange | null;
  readonly origin: Origin;
}

export interface InputEditing {
  readonly at: (path: string) => InputNow;
  readonly measured: readonly Measured[];
  readonly change: (path: string, value: number) => void;
  /** Empties an input that the case can do without. */
  readonly leaveOut: (path: string) => void;
  readonly settle: () => void;
  readonly setRange: (path: string, range: Uncertain) => void;
  readonly take: (measure: Measured['key']) => void;
  readonly reset: (path: string) => void;
  readonly openRows: (measured: Measured) => void;
}

const TYPED: Origin = { kind: 'entered', note: '' };

/** What can be done with the inputs of a scenario. */
export function useInputEditing(
  scenario: Scenario,
  draft: ScenarioDraft,
  openRows: (measured: Measured) => void,
): InputEditing {
  const { id, currency } = scenario;
  const { data } = useChannel('scenarios.measured', { id });
  const take = useCommand('scenarios.take');
  const reset = useCommand('scenarios.reset');
  const items = useMemo(() => new Map(scenario.items.map((item) => [item.path, item])), [scenario.items]);

  const replaced = async (work: Promise<Scenario | null>): Promise<void> => {
    const kept = await work;
    if (kept !== null) await keepScenario(kept);
  };

  return {
    measured: data?.measured.filter(({ value }) => value !== null) ?? [],
    at: (path) => {
      const item = items.get(path) ?? null;
      const value = numberAt(draft.inputs, path);
      // A number that differs from what is kept was typed a moment ago.
      const origin = item !== null && value === item.value ? item.origin : TYPED;
      const range = scenario.uncertain.find((one) => one.path === path);
      return {
        shape: shapeOf(path, currency),
        value,
        item,
        range: rangeOf(range, value),
        origin,
      };
    },
    change: (path, value) => {
      const place = parsePath(path);
      if (place) draft.change((inputs) => withValue(inputs, place, value));
    },
    leaveOut: (path) => {
      const place = parsePath(path);
      if (place) draft.change((inputs) => withoutValue(inputs, place));
      void draft.settle();
    },
    settle: () => void draft.settle(),
    setRange: (path, range) => {
      const others = scenario.uncertain.filter((one) => one.path !== path && one.from === 'given');
      void draft.patch({ uncertain: [...others, { ...range, path }] });
    },
    // What waits is kept first, so that it does not overwrite what comes.
    take: (measure) => void replaced(draft.settle().then(() => take.run({ id, measure }))),
    reset: (path) => void replaced(draft.settle().then(() => reset.run({ id, paths: [path] }))),
    openRows,
  };
}

/** The range as it will be once the number on the screen is kept: one that was typed alone has none. */
function rangeOf(range: ScenarioRange | undefined, value: number | null): ScenarioRange | null {
  if (!range || value === null) return null;
  if (value === range.mode) return range;
  return range.from === 'given' ? { ...widened(range, value), from: 'given' } : null;
}

/** A value outside of its range moves the end: the mode always lies between them. */
export function widened(range: Uncertain, mode: number): Uncertain {
  return { path: range.path, low: Math.min(range.low, mode), mode, high: Math.max(range.high, mode) };
}
