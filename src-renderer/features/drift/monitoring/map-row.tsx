// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows by number, which table elements cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { StatusMark } from '../../../components/ui/status-mark';
import styles from './heat-map.module.css';
import { CELL, cellAt, sayCell, sayIncidentSince, sayOwner, sayRow, shortIncident, toolSaidDrift } from './map-rows';
import type { Bucket, Heatmap } from './monitoring-types';

interface MapRowProps {
  readonly map: Heatmap;
  /** Of the map. */
  readonly row: number;
  /** Among the rows that are shown. */
  readonly position: number;
  readonly bucket: Bucket;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Column of the cursor, where it is in this row. */
  readonly cursor: number | null;
}

export const cellId = (position: number, column: number): string => `cell-${position}-${column}`;

/** One model: name, tier, owner, open incident and health, then a cell for each week, month or quarter. */
export const MapRow = memo(function MapRow({ map, row, position, bucket, top, cursor }: MapRowProps): ReactNode {
  const id = map.models[row] ?? '';
  const incident = map.incidents[row] ?? null;
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      data-position={position}
    >
      <div role="rowheader" aria-colindex={1} className={styles.name}>
        <span className={styles.tier} aria-hidden="true">
          {map.tiers[row] ?? ''}
        </span>
        <Link
          to="/monitoring/$modelId"
          params={{ modelId: id }}
          tabIndex={-1}
          className={styles.link}
          title={`${map.names[row]}\n${sayOwner(map, row)}`}
        >
          {map.names[row]}
        </Link>
        <span className={styles.owner} title={sayOwner(map, row)} aria-hidden="true">
          {map.owners[row] || '–'}
        </span>
        <span className={styles.incidents}>
          {incident === null ? null : (
            <Link
              to="/incidents/$incidentId"
              params={{ incidentId: incident.id }}
              tabIndex={-1}
              className={styles.incident}
              title={sayIncidentSince(incident)}
              aria-label={sayIncidentSince(incident)}
            >
              {shortIncident(incident)}
            </Link>
          )}
        </span>
        <span className={styles.health} aria-hidden="true">
          <StatusMark status={map.health[row] ?? 'unknown'} />
        </span>
        <span className="mf-hidden">. {sayRow(map, row, bucket)}</span>
      </div>
      {map.buckets.map((day, column) => {
        const word = cellAt(map, row, column);
        const said = sayCell(map, row, column, bucket);
        return (
          <div
            key={day}
            id={cellId(position, column)}
            role="gridcell"
            aria-colindex={column + 2}
            aria-label={said}
            title={said}
            className={styles.cell}
            data-word={word}
            data-column={column}
            {...(toolSaidDrift(map, row, column) ? { 'data-tool': '' } : {})}
            {...(cursor === column ? { 'data-cursor': '' } : {})}
          >
            {CELL[word].shape}
          </div>
        );
      })}
    </div>
  );
});
