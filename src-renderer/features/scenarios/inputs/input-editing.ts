import { useMemo } from 'react';
import { carriedOrigin, planOver } from '#domain/scenarios/plan/carried-years';
import { isDerived } from '#domain/scenarios/plan/derived-inputs';
import { type InputPath, parsePath, withoutValue, withValue } from '#domain/scenarios/plan/input-path';
import { horizonOf, type InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { changedPaths, inputPaths, numberAt } from '#domain/scenarios/plan/scenario-inputs';
import type { GivenRange, ScenarioRange } from '#domain/scenarios/plan/scenario-ranges';
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
  /** What somebody gave as its range and what does not count while it is worked out, or nothing is from it. */
  readonly resting: GivenRange | null;
  readonly origin: Origin;
  /** Worked out from other inputs: it follows them until a number is entered. */
  readonly derived: boolean;
  /** What the what-ifs that are on make of it; `null`: they leave it as it is. */
  readonly whatIf: number | null;
  /** What the rows that it was taken from say today, where that is another number. */
  readonly now: { readonly measured: Measured; readonly value: number } | null;
}

/** What is looked at beside what is kept. */
interface EditingView {
  readonly years: number;
  /** The inputs with the what-ifs; `null`: they cannot be worked out. */
  readonly asked: InvestmentInputs | null;
  readonly openRows: (measured: Measured) => void;
}

export interface InputEditing {
  readonly scenario: Scenario;
  readonly at: (path: string) => InputNow;
  readonly measured: readonly Measured[];
  /** How many inputs the what-ifs that are on change. */
  readonly changedByWhatIfs: number;
  readonly change: (path: string, value: number) => void;
  /** Empties an input that the case can do without. */
  readonly leaveOut: (path: string) => void;
  readonly settle: () => void;
  /** The same, for who has to wait until it is kept. */
  readonly settled: () => Promise<void>;
  readonly setRange: (path: string, range: Uncertain) => void;
  /** `holdsHours`: noted amounts of incidents hold the hours of people already. */
  readonly take: (measure: Measured['key'], holdsHours?: boolean) => void;
  readonly reset: (path: string) => void;
  readonly openRows: (measured: Measured) => void;
}

const TYPED: Origin = { kind: 'entered', note: '' };

/** A year that is only looked at becomes one of the plan with its first number. */
function reaching(inputs: InvestmentInputs, place: InputPath): InvestmentInputs {
  return place.kind === 'year' && place.year >= horizonOf(inputs) ? planOver(inputs, place.year + 1, 'hold') : inputs;
}

/** Where the numbers of years come from that the plan does not have and that are looked at. */
function carriedOrigins(kept: InvestmentInputs, viewed: InvestmentInputs): ReadonlyMap<string, Origin> {
  const before = horizonOf(kept);
  const found = inputPaths(viewed).flatMap((path) => {
    const origin = carriedOrigin(before, viewed, path);
    if (origin === null) return [];
    const { grade, source, region, unit, low, mode, high } = origin;
    const told: Origin = { kind: 'assumption', grade, source, url: null, note: '', region, unit, low, mode, high };
    return [[path, told] as const];
  });
  return new Map(found);
}

/** What the rows behind a measured input say today; `null` where it reads the same. */
function nowMeasured(
  all: readonly Measured[],
  path: string,
  origin: Origin,
  value: number,
  { sayWhole }: InputShape,
): InputNow['now'] {
  const measured = origin.kind === 'measured' ? all.find(({ key }) => key === origin.measure) : undefined;
  const set = measured?.sets.find((one) => one.path === path);
  return measured && set && sayWhole(set.value) !== sayWhole(value) ? { measured, value: set.value } : null;
}

/** What can be done with the inputs of a scenario. */
export function useInputEditing(
  scenario: Scenario,
  draft: ScenarioDraft,
  { years, asked, openRows }: EditingView,
): InputEditing {
  const { id, currency } = scenario;
  const { data } = useChannel('scenarios.measured', { id });
  const viewed = useMemo(() => planOver(draft.inputs, years, 'hold'), [draft.inputs, years]);
  const carried = useMemo(() => carriedOrigins(draft.inputs, viewed), [draft.inputs, viewed]);
  const measured = useMemo(() => data?.measured.filter(({ value }) => value !== null) ?? [], [data]);
  const take = useCommand('scenarios.take');
  const reset = useCommand('scenarios.reset');
  const items = useMemo(() => new Map(scenario.items.map((item) => [item.path, item])), [scenario.items]);
  const ranges = useMemo(() => new Map(scenario.uncertain.map((one) => [one.path, one])), [scenario.uncertain]);

  const replaced = async (work: Promise<Scenario | null>): Promise<void> => {
    const kept = await work;
    if (kept !== null) await keepScenario(kept);
  };

  // Each line asks for its numbers as they are and as they were: a slider moves them all in every frame.
  const known = new Map<string, InputNow>();
  const once = (path: string, make: (path: string) => InputNow): InputNow => {
    const found = known.get(path) ?? make(path);
    known.set(path, found);
    return found;
  };

  return {
    scenario,
    measured,
    changedByWhatIfs: asked === null ? 0 : changedPaths(viewed, asked).length,
    at: (given) =>
      once(given, (path) => {
        const item = items.get(path) ?? null;
        const value = numberAt(viewed, path);
        const added = carried.get(path);
        // A number that differs from what is kept was typed a moment ago.
        const origin = added ?? (item !== null && value === item.value ? item.origin : TYPED);
        const range = ranges.get(path);
        const shape = shapeOf(path, currency);
        const other = asked === null ? value : numberAt(asked, path);
        return {
          shape,
          value,
          derived: isDerived(viewed, path),
          whatIf: other === value ? null : other,
          now: shape === null || value === null ? null : nowMeasured(measured, path, origin, value, shape),
          item,
          range: rangeOf(range, value),
          resting: scenario.resting.find((one) => one.path === path) ?? null,
          origin,
        };
      }),
    change: (path, value) => {
      const place = parsePath(path);
      if (place) draft.change((inputs) => withValue(reaching(inputs, place), place, value));
    },
    leaveOut: (path) => {
      const place = parsePath(path);
      if (place) draft.change((inputs) => withoutValue(inputs, place));
      void draft.settle();
    },
    settle: () => void draft.settle(),
    settled: draft.settle,
    setRange: (path, range) => {
      const others = scenario.uncertain.filter((one) => one.path !== path && one.from === 'given');
      void draft.patch({ uncertain: [...others, { ...range, path }] });
    },
    // What waits is kept first, so that it does not overwrite what comes.
    take: (measure, holdsHours = false) =>
      void replaced(draft.settle().then(() => take.run({ id, measure, holdsHours }))),
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
