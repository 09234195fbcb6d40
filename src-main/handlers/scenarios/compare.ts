import type { Given } from '#contract/define';
import type { Output } from '#contract/index';
import type { Scenario } from '#contract/scenarios/scenarios';
import { oneOf } from '#domain/base/wording';
import { horizonOf } from '#domain/scenarios/plan/inputs';

type Compared = Given<Output<'scenarios.compare'>>;

function differing(scenarios: readonly Scenario[]): Compared['inputs'] {
  const paths = new Set(scenarios.flatMap(({ items }) => items.map(({ path }) => path)));
  return [...paths].flatMap((path) => {
    const found = scenarios.map(({ items }) => items.find((item) => item.path === path));
    const values = found.map((item) => item?.value ?? null);
    const one = found.find((item) => item !== undefined);
    if (!one || values.every((value) => value === values[0])) return [];
    const { label, unit, money } = one;
    return [{ path, label, unit, money, values, kinds: found.map((item) => item?.origin.kind ?? null) }];
  });
}

/** What must be said before two results are held against each other. */
function cautions(scenarios: readonly Scenario[]): string[] {
  const currencies = [...new Set(scenarios.map(({ currency }) => currency))];
  const pairs = [...new Set(scenarios.map(({ compare }) => compare))];
  const years = [...new Set(scenarios.map(({ inputs }) => horizonOf(inputs)))];
  return [
    ...(currencies.length > 1 ? [`The amounts are in ${oneOf(currencies, 'and')} and cannot be compared.`] : []),
    ...(pairs.length > 1 ? [`The scenarios hold different levels against each other: ${oneOf(pairs, 'and')}.`] : []),
    ...(years.length > 1 ? [`The plans are ${oneOf(years.map(String), 'and')} years long.`] : []),
  ];
}

/** Scenarios side by side. */
export function compareScenarios(scenarios: readonly Scenario[]): Compared {
  return { scenarios, inputs: differing(scenarios), cautions: cautions(scenarios) };
}
