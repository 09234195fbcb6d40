import { useState } from 'react';
import type { ColumnStore } from '../../../components/table/column-store';
import { carrySelection, noSelection, type Selection } from '../../../components/table/selection';

/** The marked models; they stay marked when the store is patched or fetched anew. */
export function useSelection(store: ColumnStore): readonly [Selection, (selection: Selection) => void] {
  const [held, setHeld] = useState({ store, selection: noSelection(store.ids.length) });
  const current = held.store === store ? held : { store, selection: carrySelection(held.selection, held.store, store) };
  if (current !== held) setHeld(current);
  return [current.selection, (selection) => setHeld({ store, selection })];
}
