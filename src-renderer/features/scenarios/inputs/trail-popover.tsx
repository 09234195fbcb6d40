import { Button, Popover } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { formatCount, formatDateTime } from '../../../lib/format';
import type { ScenarioItem } from '../page/scenario-types';
import type { InputShape } from './input-shape';
import styles from './inputs.module.css';
import { OriginChip } from './origin-chip';
import { originWords } from './origin-words';

interface TrailPopoverProps {
  readonly item: ScenarioItem;
  readonly shape: InputShape;
}

/** What an input was before, newest first: replacing a number never loses the one before. */
export const TrailPopover = memo(function TrailPopover({ item, shape }: TrailPopoverProps): ReactNode {
  if (item.trail.length === 0) return null;
  return (
    <Popover position="bottom-start" width={340} withinPortal>
      <Popover.Target>
        <Button size="compact-xs" variant="default">
          {formatCount(item.trail.length, 'earlier value')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ol className={styles.trail} aria-label="Earlier values, the newest first">
          {item.trail.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the trail only grows, and its entries have no other name
            <li key={index}>
              <span className={styles.trailHead}>
                <strong>{entry.value === null ? 'left out' : shape.sayWhole(entry.value)}</strong>
                <OriginChip origin={entry.origin} />
              </span>
              <span className="mf-muted">
                {formatDateTime(entry.at)}, {entry.by || 'somebody'}. {originWords(entry.origin, entry.by)}
              </span>
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  );
});
