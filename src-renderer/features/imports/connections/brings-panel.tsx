import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../../components/ui/panel';
import { formatCount, formatNumber } from '../../../lib/format';
import { AttachPanel } from './attach-panel';
import { BringsTable, type DoubleAnswers, type NameAnswers } from './brings-table';
import { bringsWords, type Connection, type ConnectionPreview } from './connection-words';
import styles from './connections.module.css';
import type { AttachRules, Deciding } from './use-refresh';

interface BringsPanelProps {
  readonly connection: Connection;
  readonly preview: ConnectionPreview;
  readonly busy: boolean;
  readonly rule: (rules: AttachRules) => void;
  /** Opens all of its rules. */
  readonly rules: (connection: Connection) => void;
  readonly take: (deciding: Deciding) => void;
  readonly close: () => void;
}

const DIFFER = [
  { value: 'ask', label: 'Leave it open' },
  { value: 'ours', label: 'Ours stays' },
  { value: 'file', label: 'Take what the registry says' },
] as const;

/** What a connection brings, and what has to be decided, before it is taken. */
export function BringsPanel({ connection, preview, busy, rule, rules, take, close }: BringsPanelProps): ReactNode {
  const { lines, linesTotal, changes, asks, warnings, inventory, attach } = preview;
  const [differ, setDiffer] = useState<'ask' | 'ours' | 'file'>('ask');
  const [answers, setAnswers] = useState<DoubleAnswers>(new Map());
  const [names, setNames] = useState<NameAnswers>(new Map());
  const contradicted = lines.flatMap(({ kind, modelId }) =>
    kind === 'contradicted' && modelId !== null ? [modelId] : [],
  );
  const decided = {
    decisions: differ === 'ask' ? [] : contradicted.map((modelId) => ({ modelId, field: '*', decision: differ })),
    answers: (inventory?.doubles ?? []).flatMap(({ rowKey, modelId }) => {
      const answer = answers.get(rowKey);
      return answer ? [{ rowKey, modelId, answer }] : [];
    }),
    models: [...names].map(([name, modelId]) => ({ name, modelId })),
  };
  const isDecided = differ !== 'ask' || answers.size + names.size > 0;
  return (
    <Panel
      className={styles.brings ?? ''}
      title={`What ${connection.label} brings`}
      hint={`${bringsWords(connection, preview)}. Nothing is stored yet.`}
      actions={
        <>
          {attach ? (
            <Button variant="subtle" disabled={busy} onClick={() => rules(connection)}>
              What its words mean …
            </Button>
          ) : null}
          <Button variant="default" onClick={close}>
            Close
          </Button>
          {changes + asks > 0 ? (
            <Button disabled={busy || (changes === 0 && !isDecided)} onClick={() => take(decided)}>
              {takeWords(changes, isDecided)}
            </Button>
          ) : null}
        </>
      }
    >
      {warnings.map(({ what, todo }) => (
        <p className={styles.note} key={what}>
          {what}. {todo}.
        </p>
      ))}
      {contradicted.length > 0 ? (
        <div className={styles.differ}>
          <NativeSelect
            aria-label="Where both say something else"
            value={differ}
            data={[...DIFFER]}
            onChange={(event) => setDiffer(event.currentTarget.value as typeof differ)}
          />
          <span className="mf-muted">where a value was edited here and both say something else</span>
        </div>
      ) : null}
      <BringsTable
        connection={connection}
        preview={preview}
        answers={answers}
        answer={(rowKey, said) => setAnswers((before) => new Map([...before, [rowKey, said]]))}
        names={names}
        choose={(name, modelId) =>
          setNames((before) => {
            const others = [...before].filter(([one]) => one !== name);
            return new Map(modelId === undefined ? others : [...others, [name, modelId]]);
          })
        }
      />
      {linesTotal > lines.length ? (
        <p className={styles.note}>
          The first {formatNumber(lines.length)} of {formatNumber(linesTotal)}; all are taken.
        </p>
      ) : null}
      {attach ? <AttachPanel label={connection.label} attach={attach} busy={busy} rule={rule} /> : null}
    </Panel>
  );
}

/** Never more than the button does. */
function takeWords(changes: number, decided: boolean): string {
  if (decided)
    return changes === 0 ? 'Take what was decided' : `Take ${formatCount(changes, 'change')} and what was decided`;
  return changes === 0 ? 'Take what does not ask' : `Take ${formatCount(changes, 'change')}`;
}
