import { Button, Checkbox, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { DateText } from '../../../components/ui/text';
import { formatRoundMoney } from '../../../lib/format';
import { originCounts } from '../inputs/origin-words';
import { pairWords } from '../page/level-words';
import styles from '../page/scenario.module.css';
import type { ScenarioHead } from '../page/scenario-types';
import { sayYears } from '../page/time-words';
import type { ScenarioActions } from '../page/use-scenario-actions';

interface ScenarioRowProps {
  readonly head: ScenarioHead;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly actions: ScenarioActions;
}

/** A figure of the list; one that is not to be quoted says that it rests on an assumption. */
function Quoted({ value, withheld }: { readonly value: string; readonly withheld: string | null }): ReactNode {
  return (
    <td className={`mf-number ${styles.nowrap}`}>
      {withheld === null ? value : <span className="mf-muted">as assumed {value}</span>}
    </td>
  );
}

/** One scenario of the list, with its result and what can be done with it. */
export function ScenarioRow({ head, selected, onSelect, actions }: ScenarioRowProps): ReactNode {
  const { id, name, result, currency, chosen } = head;
  const pair = parsePair(head.compare);
  const { withheld, digits } = result;
  const npv = formatRoundMoney(result.npv, currency, digits);
  const payback = result.payback === null ? 'none' : sayYears(result.payback);
  return (
    <>
      <tr className={styles.scenarioLine}>
        <td>
          <Checkbox size="xs" aria-label={`Compare ${name}`} checked={selected} onChange={onSelect} />
        </td>
        <td>
          <Link to="/investment/$scenarioId" params={{ scenarioId: id }}>
            {name}
          </Link>
          {chosen ? <span className={styles.planMark}>● the plan</span> : null}
          {head.preset === 'article' ? <span className={styles.storyMark}>a story, not a forecast</span> : null}
        </td>
        <td className={styles.nowrap}>{pair ? pairWords(pair) : head.compare}</td>
        <Quoted value={npv} withheld={withheld} />
        <Quoted value={payback} withheld={withheld} />
        <td className={styles.nowrap}>
          <DateText value={head.updatedAt} />
        </td>
        <td>
          <div className={styles.rowActions}>
            {chosen ? null : (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Use ${name} as the plan`}
                onClick={() => void actions.choose(id)}
              >
                Use as the plan
              </Button>
            )}
            <Menu position="bottom-end" width={160}>
              <Menu.Target>
                <Button size="compact-xs" variant="default" aria-label={`More for ${name}`}>
                  ⋯
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void actions.copy(id)}>Copy</Menu.Item>
                <Menu.Item onClick={() => void actions.remove(id)}>Delete</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        </td>
      </tr>
      <tr className={styles.saidOf}>
        <td />
        <td colSpan={6}>
          <span className={styles.notes}>{originCounts(head.origins)}</span>
          {head.notes === '' ? null : <span className={styles.notes}>{head.notes}</span>}
          {result.cautions.map(({ key, sentence }) => (
            <span key={key} className={styles.notes}>
              <span aria-hidden="true">◆ </span>
              {sentence}
            </span>
          ))}
        </td>
      </tr>
    </>
  );
}
