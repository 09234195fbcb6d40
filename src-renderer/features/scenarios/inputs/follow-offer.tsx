import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { npv } from '#domain/scenarios/finance/cash-flow';
import { comparisonFlows, parsePair } from '#domain/scenarios/plan/comparison-flows';
import { earlierRule } from '#domain/scenarios/plan/earlier-rule';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { levelYears } from '#domain/scenarios/plan/yearly-cost';
import { useCommand } from '../../../client/use-command';
import { formatFigure, formatRoundMoney } from '../../../lib/format';
import { pairWords } from '../page/level-words';
import type { Scenario } from '../page/scenario-types';
import { keepScenario } from '../page/use-scenario-draft';
import { shapeOf } from './input-shape';
import styles from './inputs.module.css';

/** What the plan's comparison is worth with these inputs. */
function worth(inputs: InvestmentInputs, compare: string): number | null {
  const pair = parsePair(compare);
  return pair && npv(inputs.discountRate, comparisonFlows(inputs, levelYears(inputs), pair.a, pair.b));
}

/** A plan of before is offered the rule of now, with what that changes; it moves by nobody but the person. */
export function FollowOffer({ scenario }: { readonly scenario: Scenario }): ReactNode {
  const { run, pending } = useCommand('scenarios.follow');
  const { id, inputs, items, preset, compare, currency, result } = scenario;
  const rule = useMemo(() => earlierRule(inputs, items, preset), [inputs, items, preset]);
  if (!rule) return null;
  const [now, then] = [worth(inputs, compare), worth(rule.inputs, compare)];
  const pair = parsePair(compare);
  const follow = async (): Promise<void> => {
    const after = await run({ id });
    if (after !== null) await keepScenario(after);
  };
  const say = (path: string, value: number): string => shapeOf(path, currency)?.say(value) ?? formatFigure(value);
  const money = (value: number): string => formatRoundMoney(value, currency, result.digits);
  return (
    <section className={styles.offer} aria-labelledby="follow-offer">
      <p id="follow-offer">
        <strong>Shall incidents follow what they are worked out from?</strong> This plan took its measures before that
        was the rule, and keeps their numbers as they were. Nothing changes until you say so, and an undo takes it back.
      </p>
      <ul className={styles.answers}>
        {rule.followed.map(({ path, value, formula }) => (
          <li key={path}>
            {items.find((item) => item.path === path)?.label ?? path}: {say(path, value)} now, {say(path, formula)} by
            its formula
          </li>
        ))}
        {now === null || then === null || !pair ? null : (
          <li>
            NPV, {pairWords(pair)}: {money(now)} now, {money(then)} then
          </li>
        )}
      </ul>
      <Button size="compact-xs" variant="default" loading={pending} onClick={() => void follow()}>
        Let them follow
      </Button>
    </section>
  );
}
