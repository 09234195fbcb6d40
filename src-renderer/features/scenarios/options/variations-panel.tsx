import { type ReactNode, useMemo } from 'react';
import { baselineOf } from '#domain/scenarios/options/option-figures';
import { type OptionsPlan, type OptionsView, optionsAsked } from '#domain/scenarios/options/options-question';
import { peopleAnswered } from '#domain/scenarios/options/people-answered';
import { runsStanding, sayStanding } from '#domain/scenarios/options/runs-standing';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { formatRoundMoney } from '../../../lib/format';
import { levelName, levelsIn } from '../page/level-words';
import type { Scenario } from '../page/scenario-types';
import type { Answer, Question } from './options-types';
import { type Variation, variationsOf } from './variations';

function Row({
  variation,
  currency,
  digits,
}: {
  readonly variation: Variation;
  readonly currency: string;
  readonly digits: number;
}): ReactNode {
  const { label, plan, view } = variation;
  const question = useMemo(() => optionsAsked(plan, view) as Question, [plan, view]); // lists that are only read
  const { data } = useChannel('investment.options', question);
  const said = data === undefined ? null : figuresOf(data, plan, currency, digits);
  return (
    <tr aria-busy={data === undefined}>
      <th scope="row">{label}</th>
      <td>{said?.cheapest ?? '…'}</td>
      <td className="mf-number">{said?.share ?? ''}</td>
      <td className="mf-number">{said?.last ?? ''}</td>
    </tr>
  );
}

function figuresOf({ cheapest, levels }: Answer, plan: OptionsPlan, currency: string, digits: number) {
  const shares = levelsIn(levels).flatMap(([key, { probabilityCheapest: share }]) =>
    share === null ? [] : [[key, share] as const],
  );
  const peopleOpen = !peopleAnswered(baselineOf(plan.inputs), plan.items ?? []);
  const standing = runsStanding({ cheapest, shares: new Map(shares), peopleOpen });
  const top = levels.L3?.npvVsPrevious ?? null;
  return {
    cheapest: levelName(cheapest),
    share: standing === null || standing === 'open' ? '–' : sayStanding(standing, false),
    last: top === null ? '–' : formatRoundMoney(top, currency, digits),
  };
}

/** How the answer fares where the plan's most doubtful figures are taken otherwise: a share of runs alone hides that. */
export function VariationsPanel({
  scenario,
  view,
}: {
  readonly scenario: Scenario;
  readonly view: OptionsView;
}): ReactNode {
  const { data } = useChannel('scenarios.measured', { id: scenario.id });
  const variations = useMemo(() => variationsOf(scenario, view, data?.measured ?? []), [scenario, view, data]);
  return (
    <Panel
      title="If it were otherwise"
      hint="The same runs with one thing changed; beside the shares above, for they share its assumptions"
    >
      <table className="mf-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="mf-hidden">What is taken otherwise</span>
            </th>
            <th scope="col">Costs least</th>
            <th scope="col" className="mf-number">
              in runs
            </th>
            <th scope="col" className="mf-number">
              Level 3 against 2
            </th>
          </tr>
        </thead>
        <tbody>
          {variations.map((variation) => (
            <Row
              key={variation.label}
              variation={variation}
              currency={scenario.currency}
              digits={scenario.result.digits}
            />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
