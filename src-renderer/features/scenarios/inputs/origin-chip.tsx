import type { ReactNode } from 'react';
import type { Origin } from '../page/scenario-types';
import styles from './inputs.module.css';
import { originChip } from './origin-words';

/** Where a number comes from, in a word; `short` where the room is that of a cell. */
export function OriginChip({
  origin,
  short = false,
}: {
  readonly origin: Origin;
  readonly short?: boolean;
}): ReactNode {
  const words = originChip(origin);
  return (
    <span className={styles.chip} data-kind={origin.kind} title={words}>
      {short && origin.kind === 'assumption' ? `assumed ${origin.grade}` : words}
    </span>
  );
}
