import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { meaningsOf, type TicketWord, type WordField } from '#domain/incidents/ticket-words';
import { INCIDENT_STATUS_LABELS, SEVERITY_LABELS } from '#domain/incidents/vocabulary';
import type { Connection } from './connection-words';
import styles from './connections.module.css';

export type Words = Connection['mapping']['words'];
type Word = Output<'connections.rules'>['words'][number];

interface WordsPanelProps {
  readonly label: string;
  readonly words: Output<'connections.rules'>['words'];
  readonly said: Words;
  readonly busy: boolean;
  /** Keeps what words mean with the connection. */
  readonly say: (words: Words) => void;
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(INCIDENT_STATUS_LABELS),
  ...Object.entries(SEVERITY_LABELS),
]);
const FIELD_LABELS: Readonly<Record<WordField, string>> = { status: 'State', severity: 'Priority' };

/** In the list of what a word may mean; no word is called so. */
const AS_THERE = ' ';

/** What the system's words for states and priorities are here. */
export function WordsPanel({ label, words, said, busy, say }: WordsPanelProps): ReactNode {
  const put = ({ field, from }: Word, to: string): void => {
    const others = said.filter((one: TicketWord) => one.field !== field || one.from !== from);
    say(to === AS_THERE ? others : [...others, { field, from, to }]);
  };
  if (words.length === 0) return null;
  return (
    <div className={styles.attach}>
      <h3 className={styles.heading}>What its words mean</h3>
      <p className={styles.note}>
        States and priorities that its tickets had. What you say here goes before what the system says, and holds for
        tickets that came before it too: the next refresh reads them all once more.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className={styles.lines} aria-label={`Words of ${label}`} tabIndex={0}>
        <table className="mf-table">
          <thead>
            <tr>
              <th scope="col">Word there</th>
              <th scope="col">Means there</th>
              <th scope="col">Means here</th>
            </tr>
          </thead>
          <tbody>
            {words.map((word) => (
              <tr key={`${word.field} ${word.from}`}>
                <td className={styles.says}>
                  <span className="mf-muted">{FIELD_LABELS[word.field]}</span> {word.from}
                </td>
                <td className={word.means === '' && word.said === null ? styles.asks : 'mf-muted'}>
                  {meansWords(word.means)}
                </td>
                <td className={styles.model}>
                  <NativeSelect
                    aria-label={`${FIELD_LABELS[word.field]} ${word.from} means`}
                    disabled={busy}
                    value={word.said ?? AS_THERE}
                    data={[
                      { value: AS_THERE, label: 'As there' },
                      ...meaningsOf(word.field).map((value) => ({ value, label: LABELS.get(value) ?? value })),
                      { value: '', label: 'Nothing' },
                    ]}
                    onChange={(event) => put(word, event.currentTarget.value)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** What the system says of a word. */
export function meansWords(means: Word['means']): string {
  if (means === null) return 'not read on this computer';
  return means === '' ? 'nothing that is known: it is left out' : (LABELS.get(means) ?? means);
}
