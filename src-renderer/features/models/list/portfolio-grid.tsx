import { type ComponentProps, type ReactNode, useCallback, useMemo } from 'react';
import type { QualityField } from '#domain/models/quality-fields';
import { usePresent } from '../../../components/sharing/use-present';
import { useUnshared } from '../../../components/sharing/use-unshared';
import { CellEditor } from '../../../components/table/cell-editor';
import { moveColumn, resetWidth, setWidth } from '../../../components/table/column-layout';
import { type ColumnStore, textAt } from '../../../components/table/column-store';
import { DataGrid } from '../../../components/table/data-grid';
import type { AfterEdit } from '../../../components/table/grid-types';
import type { Selection } from '../../../components/table/selection';
import { nextSort } from '../../../components/table/sort-keys';
import type { LayoutControl } from '../../../components/table/use-column-layout';
import type { SortKey } from '../../../lib/portfolio-search';
import { useEdits } from '../../../stores/whereabouts';
import { cellEditor, type EditableColumn, editText, isEditable } from './cell-fields';
import { gridColumns, isSortField } from './columns';
import { suggestionsFor } from './suggestions';
import { useLiveColumn } from './use-live-column';

interface PortfolioGridProps {
  readonly store: ColumnStore;
  readonly order: Uint32Array;
  readonly currency: string;
  readonly sort: readonly SortKey[];
  /** Search, filter and sort as one text. */
  readonly question: string;
  readonly columns: LayoutControl;
  /** ISO day of which a column says what was live. */
  readonly live: string | null;
  /** The field that somebody came to fill: its column is shown, whatever others are. */
  readonly filling: QualityField | null;
  readonly selection: Selection;
  readonly onSort: (sort: readonly SortKey[]) => void;
  readonly onSelection: (selection: Selection) => void;
  readonly onOpen: (row: number) => void;
  readonly onSave: (row: number, column: EditableColumn, typed: string, seen: number | undefined) => string | null;
  readonly onDelete: (row: number) => void;
}

/** The field that is filled stands beside the name while it is. */
function withFilling(visible: readonly string[], field: QualityField | null): readonly string[] {
  if (field === null || visible.includes(field)) return visible;
  const [name = 'name', ...others] = visible;
  return [name, field, ...others];
}

/** Its editor, which colleagues see as an edit of this model. */
function EditedCell({
  modelId,
  ...editor
}: ComponentProps<typeof CellEditor> & { readonly modelId: string }): ReactNode {
  useEdits(modelId);
  return <CellEditor {...editor} />;
}

/** The grid over the portfolio's columns, with an editor for each field that a person may type. */
export function PortfolioGrid(props: PortfolioGridProps): ReactNode {
  const { store, currency, onSave, sort, onSort } = props;
  const { layout, change } = props.columns;
  const liveColumn = useLiveColumn(store, props.live);
  const present = usePresent();
  const unshared = useUnshared();
  const columns = useMemo(() => {
    const [first, ...others] = gridColumns(store, withFilling(layout.visible, props.filling), currency, {
      present,
      unshared,
    });
    return [...(first ? [first] : []), ...(liveColumn ? [liveColumn] : []), ...others];
  }, [store, layout.visible, currency, liveColumn, props.filling, present, unshared]);
  const rowId = useCallback((row: number) => store.ids[row] ?? '', [store]);
  const rowLabel = useCallback((row: number) => textAt(store, 'name', row), [store]);
  const editor = useCallback(
    (row: number, id: string, done: (after: AfterEdit) => void): ReactNode => {
      if (!isEditable(id)) return null;
      const field = cellEditor(id);
      return (
        <EditedCell
          modelId={rowId(row)}
          editor={field}
          label={`${field.label} of ${textAt(store, 'name', row)}`}
          initial={editText(store, id, row, currency)}
          suggestions={suggestionsFor(store, field)}
          onSave={(typed, seen) => onSave(row, id, typed, seen)}
          onDone={done}
        />
      );
    },
    [store, currency, onSave, rowId],
  );
  const sortBy = useCallback(
    (id: string, add: boolean) => {
      if (isSortField(id)) onSort(nextSort(sort, id, add));
    },
    [sort, onSort],
  );
  return (
    <DataGrid
      label="Models"
      rows={props.order}
      columns={columns}
      widths={layout.widths}
      onWidth={(id, width) => change(width === null ? resetWidth(layout, id) : setWidth(layout, id, width))}
      onMoveColumn={(id, target) => change(moveColumn(layout, id, target))}
      sort={sort}
      onSort={sortBy}
      selection={props.selection}
      onSelection={props.onSelection}
      resetKey={props.question}
      rowId={rowId}
      rowLabel={rowLabel}
      onOpen={props.onOpen}
      editor={editor}
      onDelete={props.onDelete}
    />
  );
}
