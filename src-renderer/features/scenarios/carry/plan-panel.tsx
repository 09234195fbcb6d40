import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { sumOf } from '#domain/scenarios/carry/carry';
import { savingInPlan } from '#domain/scenarios/carry/retire-in-plan';
import { horizonOf } from '#domain/scenarios/plan/inputs';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { formatCount, formatNumber, formatRoundMoney } from '../../../lib/format';
import { levelName } from '../page/level-words';
import type { Scenario } from '../page/scenario-types';
import { keepScenario } from '../page/use-scenario-draft';
import styles from './carry.module.css';
import { type Carry, chosenWords } from './carry-words';

interface PlanPanelProps {
  readonly carry: Carry;
  readonly chosen: ReadonlySet<string>;
  /** The choice is kept: what is shown follows the plan again. */
  readonly done: () => void;
}

type Plan = NonNullable<Carry['plan']>;

interface InPlanProps extends PlanPanelProps {
  readonly plan: Plan;
  readonly scenario: Scenario;
}

/** What the chosen models take off the plan's own cost, and the ways to keep that. */
function InPlan({ plan, scenario, chosen, done }: InPlanProps): ReactNode {
  const navigate = useNavigate();
  const retire = useCommand('scenarios.retire');
  const create = useCommand('scenarios.create');
  const more = chosen.size - plan.chosen.length;
  const same = more === 0 && plan.chosen.every((id) => chosen.has(id));
  const { inputs, currency, result } = scenario;
  const saving = useMemo(() => savingInPlan(inputs, more), [inputs, more]);
  const money = (amount: number): string => formatRoundMoney(amount, currency, result.digits);
  const into = async (id: string): Promise<boolean> => {
    const kept = await retire.run({ id, modelIds: [...chosen] });
    if (kept === null) return false;
    await keepScenario(kept);
    done();
    return true;
  };
  const asOwn = async (): Promise<void> => {
    const made = await create.run({
      from: { kind: 'copy', id: plan.id },
      name: `${scenario.name}, ${formatCount(chosen.size, 'model')} retired`.slice(0, 500),
    });
    if (made !== null && (await into(made.id)))
      await navigate({ to: '/investment/$scenarioId', params: { scenarioId: made.id } });
  };
  const busy = retire.pending || create.pending;
  const now = formatNumber(plan.retiredFirst);
  return (
    <>
      <p className={styles.note}>
        “{plan.name}” retires {now} in year 1
        {same ? '' : `; with this choice ${formatNumber(Math.max(0, plan.retiredFirst + more))}`}.
      </p>
      {saving.problem === '' ? null : <p className={styles.problem}>{saving.problem}</p>}
      {more === 0 || saving.levels.length === 0 ? null : (
        <table className="mf-table">
          <caption className={styles.caption}>
            The plan costs {more > 0 ? 'less' : 'more'} over {formatCount(horizonOf(inputs), 'year')}
          </caption>
          <thead>
            <tr>
              <th scope="col">At</th>
              <th scope="col" className="mf-number">
                in all
              </th>
              <th scope="col" className="mf-number">
                present value
              </th>
            </tr>
          </thead>
          <tbody>
            {saving.levels.map(({ level, total, pv }) => (
              <tr key={level}>
                <th scope="row">{levelName(level)}</th>
                <td className="mf-number">{money(Math.abs(total))}</td>
                <td className="mf-number">{money(Math.abs(pv))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.note}>
        The plan counts models alike, at its own cost of one: what is noted of these stands beside it, not in it. Every
        option of the plan has them retired.
      </p>
      <div className={styles.actions}>
        <Button size="compact-sm" disabled={same || busy || saving.problem !== ''} onClick={() => void into(plan.id)}>
          {same ? 'In the plan as it is' : 'Put into the plan'}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={same || busy || saving.problem !== ''}
          onClick={() => void asOwn()}
        >
          As a scenario of its own
        </Button>
      </div>
    </>
  );
}

/** What was chosen, what is noted of it, and the way into the plan. */
export function PlanPanel(props: PlanPanelProps): ReactNode {
  const { carry, chosen } = props;
  const { plan, rows, currency } = carry;
  const { data: scenario } = useChannel('scenarios.get', { id: plan?.id ?? '' }, { enabled: plan !== null });
  const sum = useMemo(() => sumOf(rows.filter(({ id }) => chosen.has(id))), [rows, chosen]);
  return (
    <Panel title="Retire in the plan" hint="Choose models; nothing changes until you keep it, and it can be undone">
      <p className={styles.sum}>{chosenWords(sum, currency)}</p>
      {plan === null ? (
        <p className={styles.note}>
          There is no plan yet. <Link to="/investment">Make one under Investment</Link>, and the choice goes into it.
        </p>
      ) : scenario ? (
        <InPlan {...props} plan={plan} scenario={scenario} />
      ) : null}
    </Panel>
  );
}
