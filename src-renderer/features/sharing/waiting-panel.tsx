import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useWorkspace } from '../../client/use-workspace';
import { ConflictDialog } from '../../components/sharing/conflict-dialog';
import { Panel } from '../../components/ui/panel';
import { formatNumber } from '../../lib/format';
import { rowFieldLabel, rowValueText } from '../../lib/row-value';
import { clockOrDay } from '../../lib/share-state';

type Waiting = Output<'share.pending'>['rows'][number];
type Field = Waiting['fields'][number];

interface LineProps {
  readonly field: Field;
  /** Says of what it is where it names it. */
  readonly label: string;
  readonly currency: string;
}

function FieldLine({ field, label, currency }: LineProps): ReactNode {
  const [table = '', column = ''] = field.field.split('.');
  const text = (value: unknown): string => rowValueText(table, column, value, currency) || 'nothing';
  return (
    <span className="mf-muted">
      {rowFieldLabel(table, column)}
      {field.name === null || label.includes(field.name) ? '' : ` of ${field.name}`}: {text(field.before)} →{' '}
      {text(field.after)}
    </span>
  );
}

function Row({ row, currency }: { readonly row: Waiting; readonly currency: string }): ReactNode {
  const { run, pending } = useCommand('share.resolve', { quiet: true });
  const [asked, setAsked] = useState(false);
  const { id, refusal, at } = row;
  const collides = refusal !== null && refusal.collisions.length > 0;
  const resolve = (how: 'mine' | 'theirs' | 'take_back'): void => {
    setAsked(false);
    void run({ id, how });
  };
  return (
    <li className="mf-waiting">
      <span className="mf-waiting-words">
        {row.modelId === null ? (
          <strong>{row.label}</strong>
        ) : (
          <Link to="/models/$modelId" params={{ modelId: row.modelId }}>
            <strong>{row.label}</strong>
          </Link>
        )}
        {row.fields.map((field) => (
          <FieldLine key={`${field.field} ${field.name}`} field={field} label={row.label} currency={currency} />
        ))}
        {refusal && (
          <span className="mf-waiting-refused">
            <span aria-hidden="true">▲</span> {refusal.message}
          </span>
        )}
      </span>
      <span className="mf-muted">{clockOrDay(at)}</span>
      <span className="mf-waiting-ways">
        {collides && (
          <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
            Choose…
          </Button>
        )}
        {refusal && !collides && (
          <Button size="compact-sm" variant="default" loading={pending} onClick={() => resolve('mine')}>
            Try again
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          loading={pending}
          aria-label={`${refusal ? 'Discard' : 'Take back'}: ${row.label}`}
          onClick={() => resolve('take_back')}
        >
          {refusal ? 'Discard' : 'Take back'}
        </Button>
      </span>
      {asked && refusal && (
        <ConflictDialog
          collisions={refusal.collisions}
          onChoice={resolve}
          waiting={{ at, onLater: () => setAsked(false) }}
        />
      )}
    </li>
  );
}

/** What waits to be shared, in the order in which it will be; what was refused asks for a choice. */
export function WaitingPanel({ rows }: { readonly rows: readonly Waiting[] }): ReactNode {
  const { data: workspace } = useWorkspace();
  const currency = workspace?.portfolio?.currency ?? 'EUR';
  return (
    <Panel
      title={`Not yet shared: ${formatNumber(rows.length)}`}
      hint="In this order they run again through the same rules, one by one"
    >
      {rows.length === 0 ? (
        <p className="mf-muted">Nothing waits: the others have all that you have.</p>
      ) : (
        <ul className="mf-waiting-list">
          {rows.map((row) => (
            <Row key={row.id} row={row} currency={currency} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
