import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateText } from '../../../components/ui/text';
import styles from './model.module.css';
import type { FieldOrigin } from './model-types';
import { placeText } from './provenance';

function OriginCard({ origin }: { readonly origin: FieldOrigin }): ReactNode {
  return (
    <div className={styles.originCard}>
      <p>{placeText(origin)}</p>
      <blockquote className={styles.cell}>{origin.text === '' ? 'an empty cell' : origin.text}</blockquote>
      {origin.refused !== '' && <p className={styles.refused}>Not taken over: {origin.refused}</p>}
      <p className="mf-muted">
        Imported <DateText value={origin.importedAt} />
      </p>
    </div>
  );
}

interface OriginMarkProps {
  readonly label: string;
  readonly origins: readonly FieldOrigin[];
}

/** A small marker beside a value that came from a file; it opens to the file, the row, the column and the cell. */
export function OriginMark({ label, origins }: OriginMarkProps): ReactNode {
  if (origins.length === 0) return null;
  const refused = origins.some((origin) => origin.refused !== '');
  return (
    <Popover width={380} position="bottom-end" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.originMark}
          data-refused={refused}
          aria-label={`Where ${label} came from${refused ? ', with a cell that was not taken over' : ''}`}
        >
          {refused ? '▲ file' : 'file'}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Where ${label} came from`}>
        <div className={styles.origins}>
          {origins.map((origin) => (
            <OriginCard key={`${origin.importId} ${origin.row} ${origin.column}`} origin={origin} />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
