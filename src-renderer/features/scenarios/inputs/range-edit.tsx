import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InputEditing, InputNow } from './input-editing';
import type { InputShape } from './input-shape';
import styles from './inputs.module.css';
import { NumberEdit } from './number-edit';
import { ownRangeWords, restingWords } from './range-words';

interface RangeEditProps {
  readonly path: string;
  readonly shape: InputShape;
  readonly now: InputNow;
  readonly editing: InputEditing;
}

/** A range to begin with where somebody gives one to a number that had none. */
const FIRST_GUESS = 0.2;

/** The fields of low and high around the value. */
function Fields({ path, shape, now, editing }: RangeEditProps): ReactNode {
  const { field, factor, unit, currency, sayWhole } = shape;
  const { range } = now;
  if (!range) return null;
  return (
    <div className={styles.range}>
      <NumberEdit
        className={styles.rangeField}
        label="Low"
        unit={unit}
        currency={currency}
        value={range.low * factor}
        min={field.least * factor}
        max={range.mode * factor}
        onCommit={(low) => editing.setRange(path, { ...range, low: low / factor })}
      />
      <span className={styles.rangeMode}>
        mode <strong>{sayWhole(range.mode)}</strong>
      </span>
      <NumberEdit
        className={styles.rangeField}
        label="High"
        unit={unit}
        currency={currency}
        value={range.high * factor}
        min={range.mode * factor}
        max={field.most * factor}
        onCommit={(high) => editing.setRange(path, { ...range, high: high / factor })}
      />
    </div>
  );
}

/** How far the number may be off: what somebody gave, what its own rows say, or that it is held fixed. */
export function RangeEdit(props: RangeEditProps): ReactNode {
  const { path, shape, now, editing } = props;
  const { range, value } = now;
  const give = (low: number, mode: number, high: number): void => {
    const { least, most } = shape.field;
    editing.setRange(path, { path, low: Math.max(least, low), mode, high: Math.min(most, high) });
  };
  if (range === null) {
    return (
      <div className={styles.source}>
        <p>
          {now.resting === null
            ? 'It has no range, so the simulation holds it fixed.'
            : restingWords(now.resting, shape.sayWhole, false)}
        </p>
        {value === null || value === 0 ? null : (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => give(value - FIRST_GUESS * Math.abs(value), value, value + FIRST_GUESS * Math.abs(value))}
          >
            Give it a range
          </Button>
        )}
      </div>
    );
  }
  if (range.from === 'rows') {
    return (
      <div className={styles.source}>
        <p>{ownRangeWords(range, shape.sayWhole)}</p>
        <Button size="compact-xs" variant="default" onClick={() => give(range.low, range.mode, range.high)}>
          Give another range
        </Button>
      </div>
    );
  }
  return (
    <>
      <Fields {...props} />
      {range.from === 'few_rows' ? (
        <p className={styles.source}>
          Its rows are too few for a range of their own: the assumption’s range is used, wide enough for each of them.
        </p>
      ) : null}
    </>
  );
}
