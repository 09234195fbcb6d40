import type { ReactNode } from 'react';
import type { Explained } from './explained';
import type { KeyFigure } from './key-figures';
import styles from './scenario.module.css';

interface FiguresStripProps {
  readonly figures: readonly KeyFigure[];
  readonly stale: boolean;
  readonly open: (what: Explained) => void;
}

/** The figures that stay in sight while inputs change; each opens to its formula. */
export function FiguresStrip({ figures, stale, open }: FiguresStripProps): ReactNode {
  return (
    <ul className={styles.figures} aria-label="Key figures; each opens to how it comes about">
      {figures.map(({ id, label, value, note }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.figure}
            data-stale={stale && id === 'chance'}
            onClick={() => open({ kind: 'figure', id })}
          >
            <span className={styles.figureLabel}>{label}</span>
            <span className={styles.figureValue}>{value}</span>
            <span className={styles.figureNote}>{note}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
