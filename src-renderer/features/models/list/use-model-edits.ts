import { useCallback } from 'react';
import type { Stage } from '#domain/vocabulary';
import { KeptTheirs, refusalOf } from '../../../client/call';
import { type PerformOptions, perform } from '../../../client/perform';
import type { ColumnStore } from '../../../components/table/column-store';
import { cellsSlice, currentCells } from '../../../components/table/store-slice';
import { notifyFailure } from '../../../components/ui/notify';
import { type CellInput, type EditableColumn, readCell } from './cell-fields';
import { changeHere, fetchAgain, showCells, takeRows } from './portfolio-data';

/** The answer is the model as it is now, with all that follows from the change. */
const TAKEN: PerformOptions<'models.update' | 'models.move'> = { answered: (model, did) => takeRows([model], did) };

type Cells = (CellInput & { ok: true })['cells'];

export interface ModelEdits {
  /** Shows and sends what was typed; answers a sentence when it cannot be taken. */
  readonly saveCell: (row: number, column: EditableColumn, typed: string, seen: number | undefined) => string | null;
  /** Moves one model; answers the engine's sentence when it refuses. */
  readonly move: (row: number, to: Stage, reason: string) => Promise<string | null>;
}

/** Changes of one model that are shown at once and taken back when the engine refuses them. */
export function useModelEdits(store: ColumnStore, currency: string): ModelEdits {
  const attempt = useCallback(
    async (row: number, cells: Cells, send: (id: string) => Promise<unknown>): Promise<string | null> => {
      const id = store.ids[row];
      if (id === undefined) return null;
      // Object.keys widens to string[]; the keys of the cells are columns by their type.
      const before = currentCells(store, row, Object.keys(cells) as (keyof Cells)[]);
      showCells(cellsSlice(store, id, cells));
      try {
        await changeHere(() => send(id));
        return null;
      } catch (error) {
        showCells(cellsSlice(store, id, before));
        // What stood there before is not what the others wrote.
        if (error instanceof KeptTheirs) fetchAgain([id]);
        return refusalOf(error);
      }
    },
    [store],
  );

  const saveCell = useCallback(
    (row: number, column: EditableColumn, typed: string, seen: number | undefined): string | null => {
      const read = readCell(column, typed, currency);
      if (!read.ok) return read.message;
      const taken = { ...TAKEN, seen };
      void attempt(row, read.cells, (id) => perform('models.update', { id, patch: read.patch }, taken)).then(
        (refused) => {
          if (refused !== null) notifyFailure(refused);
        },
      );
      return null;
    },
    [attempt, currency],
  );

  const move = useCallback(
    (row: number, to: Stage, reason: string) =>
      attempt(row, { stage: to }, (id) =>
        perform('models.move', { id, to, ...(reason === '' ? {} : { reason }) }, TAKEN),
      ),
    [attempt],
  );
  return { saveCell, move };
}
