import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ModelSelect } from '../../../components/ui/model-select';
import { type Connection, type ConnectionPreview, factsOf } from './connection-words';
import styles from './connections.module.css';

type Line = ConnectionPreview['lines'][number];
type Offer = NonNullable<ConnectionPreview['inventory']>['doubles'][number];

/** What was said of rows that may be a model of ours, by row. */
export type DoubleAnswers = ReadonlyMap<string, 'same' | 'different'>;

const KINDS: Readonly<Record<Line['kind'], string>> = {
  contradicted: 'says otherwise',
  waiting: 'waits for you',
  changed: 'changed',
  new: 'new',
  gone: 'gone there',
};
const TIMES: Readonly<Record<Line['known'], string>> = {
  own: 'its own time',
  between: 'no time of its own',
  none: '',
};

/** Which model a name of the server is, as somebody said; `null`: of none. */
export type NameAnswers = ReadonlyMap<string, string | null>;

interface BringsTableProps {
  readonly connection: Pick<Connection, 'kind' | 'label'>;
  readonly preview: Pick<ConnectionPreview, 'lines' | 'inventory'> & Partial<Pick<ConnectionPreview, 'drift'>>;
  readonly answers: DoubleAnswers;
  readonly answer: (rowKey: string, said: 'same' | 'different') => void;
  readonly names: NameAnswers;
  /** @param modelId `undefined`: nothing is said after all */
  readonly choose: (name: string, modelId: string | null | undefined) => void;
}

/** A line a model of which something is new. */
export function BringsTable({ connection, preview, answers, answer, names, choose }: BringsTableProps): ReactNode {
  const { lines, inventory, drift } = preview;
  if (lines.length === 0) return null;
  const offers = new Map((inventory?.doubles ?? []).map((offer) => [offer.name, offer]));
  const subjects = new Map((drift?.subjects ?? []).map((subject) => [subject.name, subject]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className={styles.lines} aria-label={`Changes of ${connection.label}`} tabIndex={0}>
      <table className="mf-table">
        <thead>
          <tr>
            <th scope="col">{factsOf(connection).thing === 'incident' ? 'Ticket' : 'Model'}</th>
            <th scope="col">What</th>
            <th scope="col">When</th>
            <th scope="col">Kind</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const offer = line.kind === 'waiting' ? offers.get(line.name) : undefined;
            const subject = line.kind === 'waiting' && line.part === 'drift' ? subjects.get(line.name) : undefined;
            return (
              <tr key={`${line.part} ${line.kind} ${line.name}`}>
                <td className={styles.name}>
                  {line.modelId === null || line.part === 'incidents' ? (
                    line.name
                  ) : (
                    <Link to="/models/$modelId" params={{ modelId: line.modelId }}>
                      {line.name}
                    </Link>
                  )}
                </td>
                <td className={styles.said}>
                  {offer ? (
                    <WhichModel offer={offer} said={answers.get(offer.rowKey)} answer={answer} />
                  ) : subject ? (
                    <WhoseResults line={line} subject={subject} names={names} choose={choose} />
                  ) : (
                    line.said.join('; ')
                  )}
                </td>
                <td className={`${styles.when} mf-muted`}>
                  {line.when}
                  {TIMES[line.known] === '' ? null : <span className={styles.under}>{TIMES[line.known]}</span>}
                </td>
                <td className={line.kind === 'contradicted' ? styles.asks : 'mf-muted'}>{KINDS[line.kind]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface WhoseResultsProps extends Pick<BringsTableProps, 'names' | 'choose'> {
  readonly line: Line;
  readonly subject: NonNullable<ConnectionPreview['drift']>['subjects'][number];
}

/** Results of a name that no model here has: somebody says whose they are, and that is kept. */
function WhoseResults({ line, subject, names, choose }: WhoseResultsProps): ReactNode {
  const { name, candidates } = subject;
  const chosen = names.get(name);
  return (
    <div className={styles.choice}>
      <span>{line.said.join('; ')}. It is</span>
      <ModelSelect
        aria-label={`Model of ${name}`}
        placeholder="choose the model"
        value={chosen ? { id: chosen, name: '' } : null}
        first={candidates.map((one) => ({ id: one.modelId, name: one.modelName, unit: one.unit }))}
        onChange={(modelId) => choose(name, modelId ?? undefined)}
      />
      <Button
        size="compact-sm"
        variant={chosen === null ? 'light' : 'default'}
        aria-pressed={chosen === null}
        aria-label={`${name}: none of ours`}
        onClick={() => choose(name, null)}
      >
        None of ours
      </Button>
    </div>
  );
}

interface WhichModelProps {
  readonly offer: Offer;
  readonly said: 'same' | 'different' | undefined;
  readonly answer: BringsTableProps['answer'];
}

/** Whether a name of the registry is a model that we hold: somebody has to say. */
function WhichModel({ offer, said, answer }: WhichModelProps): ReactNode {
  const choices = [
    { value: 'same', label: 'Yes' },
    { value: 'different', label: 'No, another one' },
  ] as const;
  return (
    <div className={styles.choice}>
      <span>Is it your {offer.modelName}?</span>
      {choices.map(({ value, label }) => (
        <Button
          key={value}
          size="compact-sm"
          variant={said === value ? 'light' : 'default'}
          aria-pressed={said === value}
          aria-label={`${offer.name}: ${label}`}
          onClick={() => answer(offer.rowKey, value)}
        >
          {label}
        </Button>
      ))}
      <span className={styles.under}>{offer.why}</span>
    </div>
  );
}
