import { memo, type ReactNode } from 'react';
import type { Origin } from '../page/scenario-types';
import type { InputShape } from './input-shape';
import styles from './inputs.module.css';
import { OriginChip } from './origin-chip';
import { originChip } from './origin-words';

interface InputCellProps {
  readonly path: string;
  /** Spoken: `Level 1: people per model`. */
  readonly name: string;
  readonly shape: InputShape;
  readonly value: number | null;
  /** What the what-ifs that are on make of it; `null`: they leave it as it is. */
  readonly whatIf: number | null;
  readonly origin: Origin;
  /** The row says the origin for all of its numbers. */
  readonly chip: boolean;
  readonly open: boolean;
  readonly onToggle: (path: string) => void;
}

/** One number of the inputs with where it comes from; it opens its editor. */
export const InputCell = memo(function InputCell(props: InputCellProps): ReactNode {
  const { path, name, shape, value, whatIf, origin, chip, open, onToggle } = props;
  const said = value === null ? 'left out' : shape.say(value);
  const asked = whatIf === null ? '' : shape.say(whatIf);
  const spoken = whatIf === null ? `${said}, ${originChip(origin)}` : `${asked}, what if; kept as ${said}`;
  return (
    <button
      type="button"
      className={styles.cell}
      data-open={open}
      aria-expanded={open}
      aria-label={`${name}: ${spoken}`}
      data-asked={whatIf !== null}
      onClick={() => onToggle(path)}
    >
      {whatIf === null ? (
        <span className={styles.cellValue}>{value === null ? '–' : said}</span>
      ) : (
        <>
          <s className={styles.cellKept}>{value === null ? '–' : said}</s>
          <span className={styles.cellValue}>{asked}</span>
        </>
      )}
      {whatIf !== null ? <span className={styles.whatIfMark}>what if</span> : null}
      {whatIf === null && chip ? <OriginChip origin={origin} short /> : null}
    </button>
  );
});
