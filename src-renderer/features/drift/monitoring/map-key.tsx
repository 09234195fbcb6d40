import type { ReactNode } from 'react';
import styles from './heat-map.module.css';
import { CELL } from './map-rows';
import type { CellWord } from './monitoring-types';

const KEY: readonly (readonly [CellWord, string])[] = [
  ['act', 'act'],
  ['watch', 'watch'],
  ['ok', 'ok'],
  ['silent', 'silent: a result was due'],
  ['too_few_rows', 'too few rows to say'],
  ['none', 'no band, no verdict'],
];

/** How the cells read; nothing drawn is nothing known. */
export function MapKey({ words, tool }: { readonly words: ReadonlySet<CellWord>; readonly tool: boolean }): ReactNode {
  return (
    <ul className={styles.key} aria-label="How to read a cell">
      {KEY.filter(([word]) => words.has(word)).map(([word, text]) => (
        <li key={word}>
          <span className={`${styles.cell} ${styles.sample}`} data-word={word} aria-hidden="true">
            {CELL[word].shape}
          </span>
          {text}
        </li>
      ))}
      {tool ? (
        <li>
          <span className={`${styles.cell} ${styles.sample}`} data-word="ok" data-tool="" aria-hidden="true" />
          underlined: a tool itself said drift
        </li>
      ) : null}
      <li>nothing drawn: no result was due</li>
    </ul>
  );
}
