import { type ReactNode, useCallback, useState } from 'react';
import { useCommands } from '../../../commands/registry';
import type { ColumnStore } from '../../../components/table/column-store';
import { NewModelDialog } from './new-model-dialog';

/** The dialog for a new model, and the command that opens it. */
export function useNewModel(store: ColumnStore | null): { readonly open: () => void; readonly dialog: ReactNode } {
  const [opened, setOpened] = useState(false);
  const open = useCallback(() => setOpened(true), []);
  useCommands([
    { id: 'model.new', label: 'New model', group: 'Models', shortcut: 'n', enabled: () => store !== null, run: open },
  ]);
  const dialog = opened && store !== null ? <NewModelDialog store={store} onClose={() => setOpened(false)} /> : null;
  return { open, dialog };
}
