import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { StatusMark } from '../../../components/ui/status-mark';
import {
  type Connection,
  factsOf,
  foundWords,
  lastWords,
  nextWords,
  statusOf,
  staysWords,
  type TwoLines,
  takenOn,
} from './connection-words';
import styles from './connections.module.css';

export interface RowActions {
  readonly agree: (connection: Connection) => void;
  readonly look: (connection: Connection) => void;
  readonly edit: (connection: Connection) => void;
  readonly rules: (connection: Connection) => void;
  readonly details: (connection: Connection) => void;
  readonly test: (connection: Connection) => void;
  readonly remove: (connection: Connection) => void;
  readonly withdraw: (connection: Connection) => void;
  readonly stop: () => void;
}

interface ConnectionRowProps {
  readonly connection: Connection;
  /** What is going on with it now; `null`: nothing. */
  readonly phase: string | null;
  /** Another one is being read. */
  readonly busy: boolean;
  readonly actions: RowActions;
}

function Lines({ first, second, strong }: TwoLines & { readonly strong?: boolean }): ReactNode {
  return (
    <>
      <span className={strong ? styles.strong : styles.first}>{first}</span>
      {second === '' ? null : <span className={styles.under}>{second}</span>}
    </>
  );
}

/** One source: last, what changed, next, one action. */
export function ConnectionRow({ connection, phase, busy, actions }: ConnectionRowProps): ReactNode {
  const { status, word } = statusOf(connection);
  const reading = { first: 'Reading', second: phase ?? '' };
  return (
    <tr>
      <td className={styles.mark}>
        <StatusMark status={status} label={word} />
      </td>
      <td className={styles.name}>
        <Lines first={connection.label} second={connection.origin.replace(/^(https?|file):\/\//, '')} strong />
      </td>
      <td>
        <Lines {...(phase === null ? lastWords(connection) : reading)} />
        <span className={styles.under}>{takenOn(connection.taken)}</span>
      </td>
      <td>
        <Lines {...foundWords(connection)} />
      </td>
      <td>
        <Lines {...nextWords(connection)} />
      </td>
      <td>
        <div className={styles.actions}>
          <MainAction connection={connection} phase={phase} busy={busy} actions={actions} />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="compact-sm" variant="subtle" aria-label={`More for ${connection.label}`}>
                …
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {connection.agreed ? (
                <Menu.Item onClick={() => actions.test(connection)}>
                  {factsOf(connection).brings.includes('inventory') ? 'Test, and its tags' : 'Test'}
                </Menu.Item>
              ) : null}
              {factsOf(connection).facets ? (
                <Menu.Item onClick={() => actions.rules(connection)}>Rules of its tickets</Menu.Item>
              ) : null}
              <Menu.Item onClick={() => actions.details(connection)}>In detail, and what was asked</Menu.Item>
              <Menu.Item onClick={() => actions.edit(connection)}>Change</Menu.Item>
              {connection.agreed ? (
                <Menu.Item onClick={() => actions.withdraw(connection)}>Ask it no more from this computer</Menu.Item>
              ) : null}
              <Menu.Item onClick={() => actions.remove(connection)}>
                Remove; its {staysWords(connection)} stay
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </td>
    </tr>
  );
}

function MainAction({ connection, phase, busy, actions }: ConnectionRowProps): ReactNode {
  const button = (label: string, run: () => void, disabled = busy): ReactNode => (
    <Button size="compact-sm" variant="default" disabled={disabled} onClick={run}>
      {label}
    </Button>
  );
  if (phase !== null) return button('Stop', actions.stop, false);
  if (!connection.agreed) return button('Agree …', () => actions.agree(connection));
  if (connection.secret === 'missing') return button('Enter the secret', () => actions.edit(connection));
  if (connection.trouble?.what.includes('(401)')) return button('Enter the secret', () => actions.edit(connection));
  return button(connection.waiting > 0 ? 'Look at it' : 'Refresh', () => actions.look(connection));
}
