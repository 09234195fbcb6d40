import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../../components/ui/panel';
import type { Belief } from './beliefs';
import styles from './scenario.module.css';

const FIRST = 8;

interface BeliefsPanelProps {
  readonly beliefs: readonly Belief[];
  readonly holds: boolean;
  readonly problem: string;
}

/** What one must believe, input by input: the value at which the NPV becomes 0, the others as they are. */
export function BeliefsPanel({ beliefs, holds, problem }: BeliefsPanelProps): ReactNode {
  const [all, setAll] = useState(false);
  const fragile = beliefs.filter((belief) => belief.fragile).length;
  const hint = holds
    ? 'For the NPV to stay above 0, one input at a time, the others as they are; the most fragile first'
    : 'What would lift the NPV to 0, one input at a time, the others as they are; the nearest first';
  return (
    <Panel title="What must be true" hint={hint}>
      {problem !== '' && beliefs.length === 0 ? <p className="mf-muted">{problem}</p> : null}
      {beliefs.length > 0 ? (
        <>
          <p className={styles.sum}>
            {fragile === 0
              ? 'No single input turns the case within the range that is believed of it.'
              : `${fragile === 1 ? 'One input turns' : `${fragile} inputs turn`} the case within the range that is believed of ${fragile === 1 ? 'it' : 'them'}.`}
          </p>
          <div className={styles.scroll}>
            <table className="mf-table">
              <thead>
                <tr>
                  <th scope="col">Input</th>
                  <th scope="col" className="mf-number">
                    taken as
                  </th>
                  <th scope="col" className="mf-number">
                    believed
                  </th>
                  <th scope="col">must be</th>
                </tr>
              </thead>
              <tbody>
                {(all ? beliefs : beliefs.slice(0, FIRST)).map((belief) => (
                  <tr key={belief.path}>
                    <th scope="row" className={styles.beliefName}>
                      {belief.label}
                    </th>
                    <td className="mf-number">{belief.value}</td>
                    <td className="mf-number">{belief.range}</td>
                    <td className={styles.mustBe} data-fragile={belief.fragile}>
                      {belief.fragile ? <span aria-hidden="true">◆ </span> : null}
                      {belief.mustBe}
                      {belief.fragile ? ', within the range' : ''}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {beliefs.length > FIRST ? (
            <Button size="compact-xs" variant="default" className={styles.more} onClick={() => setAll(!all)}>
              {all ? `Only the first ${FIRST}` : `All ${beliefs.length} inputs`}
            </Button>
          ) : null}
        </>
      ) : null}
    </Panel>
  );
}
