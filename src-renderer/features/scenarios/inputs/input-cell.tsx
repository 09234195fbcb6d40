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
  readonly origin: Origin;
  /** The row says the origin for all of its numbers. */
  readonly chip: boolean;
  readonly open: boolean;
  readonly onToggle: (path: string) => void;
}

/** One number of the inputs with where it comes from; it opens its editor. */
export const InputCell = memo(function InputCell(props: InputCellProps): ReactNode {
  const { path, name, shape, value, origin, chip, open, onToggle } = props;
  const said = value === null ? 'left out' : shape.say(value);
  return (
    <button
      type="button"
      className={styles.cell}
      data-open={open}
      aria-expanded={open}
      aria-label={`${name}: ${said}, ${originChip(origin)}`}
      onClick={() => onToggle(path)}
    >
      <span className={styles.cellValue}>{value === null ? '–' : said}</span>
      {chip ? <OriginChip origin={origin} short /> : null}
    </button>
  );
});
