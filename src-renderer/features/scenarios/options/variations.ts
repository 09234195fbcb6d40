import type { OptionsPlan, OptionsView } from '#domain/scenarios/options/options-question';
import { isDerived, notDeriving } from '#domain/scenarios/plan/derived-inputs';
import { parsePath, withValues } from '#domain/scenarios/plan/input-path';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { formatCount, formatMajor, formatNumber } from '../../../lib/format';
import type { Measured, Scenario } from '../page/scenario-types';

export interface Variation {
  readonly label: string;
  readonly plan: OptionsPlan;
  readonly view: OptionsView;
}

const LONG = 10;

/** The scenario with other inputs, which are then certain; what was open of them is not any more. */
function withInputs(scenario: Scenario, inputs: InvestmentInputs, paths: readonly string[]): OptionsPlan {
  const moved = new Set(paths);
  const settled = paths.includes('incidentOtherCost') || paths.includes('incidentCost');
  return {
    ...scenario,
    ...(settled ? { result: { ...scenario.result, noted: null } } : {}),
    inputs,
    uncertain: scenario.uncertain.filter(({ path }) => !moved.has(path)),
    correlations: scenario.correlations.filter(({ a, b }) => !moved.has(a) && !moved.has(b)),
    items: scenario.items.filter(({ path }) => !moved.has(path)),
  };
}

/** The scenario as it would be with a measured value. */
function withMeasured(scenario: Scenario, { sets }: Measured): OptionsPlan {
  const placed = sets.flatMap(({ path, value }) => {
    const place = parsePath(path);
    return place ? [{ place, value }] : [];
  });
  const paths = sets.map(({ path }) => path);
  return withInputs(scenario, withValues(scenario.inputs, placed), paths);
}

/** What an incident is taken to cost is moved to what is noted, with the hours of people and without. */
function incidentVariations(scenario: Scenario, measured: readonly Measured[]) {
  const { inputs, currency } = scenario;
  const found = measured.find(({ key }) => key === 'incidentOtherCost');
  const cost = found?.value ?? null;
  if (!found || cost === null) return [];
  const noted = `${formatMajor(cost, currency)} an incident, as noted with ${formatCount(found.n, 'incident')}`;
  const onTop = isDerived(inputs, 'incidentCost');
  const all = [
    ...(onTop && inputs.incidentOtherCost !== cost
      ? [
          {
            label: `${noted}, and the hours on top`,
            plan: withInputs(scenario, { ...inputs, incidentOtherCost: cost }, ['incidentOtherCost']),
          },
        ]
      : []),
    ...(!onTop && inputs.incidentCost === cost
      ? []
      : [
          {
            label: onTop ? `${noted}, which hold the hours` : noted,
            plan: withInputs(scenario, { ...notDeriving(inputs, 'incidentCost'), incidentCost: cost }, [
              'incidentCost',
              // What a cost that is a number of its own is not made of.
              'incidentHours',
              'incidentOtherCost',
            ]),
          },
        ]),
    ...(onTop && (inputs.incidentOtherCost ?? 0) > 0
      ? [
          {
            label: 'Noted amounts of incidents not counted',
            plan: withInputs(scenario, { ...inputs, incidentOtherCost: 0 }, ['incidentOtherCost']),
          },
        ]
      : []),
  ];
  return all;
}

/** The plan as it is, and with its most doubtful figures taken otherwise, one at a time. */
export function variationsOf(
  scenario: Scenario,
  view: OptionsView,
  measured: readonly Measured[],
): readonly Variation[] {
  const updates = measured
    .filter(({ key, value }) => value !== null && (key === 'declaredUpdates' || key === 'releasesPerYear'))
    .filter(({ sets }) =>
      sets.some(({ path, value }) => path === 'updatesPerYear' && value !== scenario.inputs.updatesPerYear),
    );
  return [
    { label: 'As the plan has it', plan: scenario, view },
    ...((view.years ?? scenario.inputs.newModels.length) === LONG
      ? []
      : [{ label: `Judged over ${LONG} years`, plan: scenario, view: { ...view, years: LONG } }]),
    ...incidentVariations(scenario, measured).map((one) => ({ ...one, view })),
    ...updates.map((one) => ({
      label: `${formatNumber(one.value ?? 0, 1)} updates a model, as ${one.key === 'declaredUpdates' ? 'noted' : 'recorded in the last twelve months'}`,
      plan: withMeasured(scenario, one),
      view,
    })),
  ];
}
