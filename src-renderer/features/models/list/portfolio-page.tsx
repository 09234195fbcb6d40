import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useChannel } from '../../../client/use-query';
import { runCommand, useCommands } from '../../../commands/registry';
import type { ColumnStore } from '../../../components/table/column-store';
import css from '../../../components/table/list-page.module.css';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { NewModelDialog } from './new-model-dialog';
import { retryPortfolio, usePortfolioData, watchPortfolio } from './portfolio-data';
import { PortfolioList } from './portfolio-list';

/** Every model of the portfolio, as a grid or as a board by stage. */
export function PortfolioPage(): ReactNode {
  const store = usePortfolioData((data) => data.store);
  const error = usePortfolioData((data) => data.error);
  const { data: info } = useChannel('portfolio.info', {});
  const newModel = useNewModel(store);
  useEffect(watchPortfolio, []);

  if (store === null) {
    if (error !== null)
      return <ErrorState error={error} title="The portfolio could not be read" retry={retryPortfolio} />;
    return <Loading rows={14} label="Reading the portfolio" />;
  }
  return (
    <div className={css.page}>
      {store.ids.length === 0 ? (
        <EmptyState
          title="No model yet"
          action={{ label: 'Import a spreadsheet', run: () => runCommand('file.import') }}
          other={{ label: 'New model', run: newModel.open }}
        >
          This page lists every model with its stage, owners, tier and health, as a grid that is searched, filtered and
          edited in place, and as a board by stage. Start with an inventory that you have, or with one model.
        </EmptyState>
      ) : (
        <PortfolioList store={store} currency={info?.currency ?? 'EUR'} onNew={newModel.open} />
      )}
      {newModel.dialog}
    </div>
  );
}

/** The dialog for a new model, and the command that opens it. */
function useNewModel(store: ColumnStore | null): { readonly open: () => void; readonly dialog: ReactNode } {
  const [opened, setOpened] = useState(false);
  const open = useCallback(() => setOpened(true), []);
  useCommands([
    { id: 'model.new', label: 'New model', group: 'Models', shortcut: 'n', enabled: () => store !== null, run: open },
  ]);
  const dialog = opened && store !== null ? <NewModelDialog store={store} onClose={() => setOpened(false)} /> : null;
  return { open, dialog };
}
