import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo } from 'react';
import { INCIDENT_STATUSES } from '#domain/incidents/vocabulary';
import { useCommand } from '../../client/use-command';
import { useUnshared } from '../../components/sharing/use-unshared';
import { CellEditor } from '../../components/table/cell-editor';
import { moveColumn, resetWidth, setWidth } from '../../components/table/column-layout';
import { DataGrid } from '../../components/table/data-grid';
import type { AfterEdit } from '../../components/table/grid-types';
import { nextSort } from '../../components/table/sort-keys';
import type { LayoutControl } from '../../components/table/use-column-layout';
import type { IncidentSortKey } from '../../lib/incident-search';
import { openCell, readTyped } from './incident-cells';
import { registerColumns, sortField } from './register-columns';
import type { RegisterControl } from './register-state';
import type { IncidentRows } from './use-incident-rows';
import type { Marked } from './use-marked';

const LATEST_FIRST: readonly IncidentSortKey[] = [{ field: 'openedAt', direction: 'desc' }];
const NONE: readonly string[] = [];

interface RegisterGridProps {
  readonly rows: IncidentRows;
  readonly view: RegisterControl;
  readonly columns: LayoutControl;
  readonly marked: Marked;
  readonly currency: string;
  readonly owners: readonly string[];
  readonly onDelete: (ids: readonly string[]) => void;
}

/** The incidents in the grid of the product; what can be typed is typed in its cell. */
export function RegisterGrid(props: RegisterGridProps): ReactNode {
  const { rows, view, marked, currency, owners } = props;
  const { layout, change } = props.columns;
  const { at } = rows;
  const navigate = useNavigate();
  const update = useCommand('incidents.update').run;
  const move = useCommand('incidents.move').run;
  const unshared = useUnshared();
  const columns = useMemo(
    () => registerColumns(at, layout.visible, currency, unshared),
    [at, layout.visible, currency, unshared],
  );
  const rowId = useCallback((row: number) => at(row)?.id ?? '', [at]);
  const rowLabel = useCallback((row: number) => at(row)?.title ?? 'an incident', [at]);

  const save = useCallback(
    (id: string, column: string, typed: string, seen: number | undefined): string | null => {
      const status = INCIDENT_STATUSES.find((known) => known === typed);
      if (column === 'status') {
        if (status) void move({ id, to: status });
        return null;
      }
      const read = readTyped(column, typed, currency);
      if (!read.ok) return read.message;
      void update({ id, patch: read.patch }, seen);
      return null;
    },
    [move, update, currency],
  );
  const editor = useCallback(
    (row: number, column: string, done: (after: AfterEdit) => void): ReactNode => {
      const incident = at(row);
      const cell = incident === undefined ? null : openCell(incident, column, currency);
      if (incident === undefined || cell === null) return null;
      return (
        <CellEditor
          editor={cell.editor}
          label={`${cell.label} of ${incident.title}`}
          initial={cell.initial}
          suggestions={column === 'owner' ? owners : NONE}
          onSave={(typed, seen) => save(incident.id, column, typed, seen)}
          onDone={done}
        />
      );
    },
    [at, currency, owners, save],
  );
  const { sort } = view.state;
  const shownSort = sort.length === 0 ? LATEST_FIRST : sort;
  const sortBy = (column: string, add: boolean): void => {
    const field = sortField(column);
    if (field !== undefined) view.change({ sort: nextSort(shownSort, field, add) });
  };
  const open = (row: number): void => {
    const incidentId = at(row)?.id;
    if (incidentId !== undefined) void navigate({ to: '/incidents/$incidentId', params: { incidentId } });
  };
  const remove = (row: number): void => {
    const id = at(row)?.id;
    props.onDelete(marked.ids.length > 0 ? marked.ids : id === undefined ? [] : [id]);
  };
  return (
    <DataGrid
      label="Incidents"
      rows={rows.order}
      columns={columns}
      widths={layout.widths}
      onWidth={(id, width) => change(width === null ? resetWidth(layout, id) : setWidth(layout, id, width))}
      onMoveColumn={(id, target) => change(moveColumn(layout, id, target))}
      sort={shownSort}
      onSort={sortBy}
      selection={marked.selection}
      onSelection={marked.onSelection}
      resetKey={JSON.stringify(view.state)}
      rowId={rowId}
      rowLabel={rowLabel}
      onOpen={open}
      editor={editor}
      onDelete={remove}
      onVisible={rows.onVisible}
    />
  );
}
