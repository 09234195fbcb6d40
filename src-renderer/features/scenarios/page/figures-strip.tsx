import type { ReactNode } from 'react';
import type { Explained } from '../explain/explained';
import type { KeyFigure } from './key-figures';
import styles from './scenario.module.css';

interface FiguresStripProps {
  readonly figures: readonly KeyFigure[];
  /** The simulation is behind: what it says answers an older question. */
  readonly stale: boolean;
  /** How long the last simulation took; '' before the first. */
  readonly took: string;
  readonly open: (what: Explained) => void;
}

/** The figures that stay in sight while inputs change; each opens to its formula. */
export function FiguresStrip({ figures, stale, took, open }: FiguresStripProps): ReactNode {
  return (
    <ul className={styles.figures} aria-busy={stale} aria-label="Key figures; each opens to how it comes about">
      {figures.map(({ id, label, value, note }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.figure}
            data-stale={stale && (id === 'chance' || id === 'npv' || id === 'npvMid')}
            title={id === 'chance' && took !== '' ? took : undefined}
            onClick={() => open({ kind: 'figure', id })}
          >
            <span className={styles.figureLabel}>{label}</span>
            <span className={styles.figureValue}>{value}</span>
            <span className={styles.figureNote} title={note}>
              {note}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
