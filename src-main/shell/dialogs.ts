import { extname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Dialogs } from './rehearsed-dialogs';

const EXTENSION = 'modelfolio';
const FILTERS = {
  portfolio: [{ name: 'Modelfolio portfolio', extensions: [EXTENSION] }],
  table: [{ name: 'Table', extensions: ['csv', 'tsv', 'txt', 'xlsx'] }],
} as const;

/** The system's own dialogs, on top of the window. */
export function systemDialogs(window: () => BrowserWindow): Dialogs {
  return {
    pickFile: async (kind) => {
      const filters = [...FILTERS[kind], { name: 'All files', extensions: ['*'] }].map(copyFilter);
      const answer = await dialog.showOpenDialog(window(), { properties: ['openFile'], filters });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    pickNewPortfolio: async (suggestedName, folder) => {
      const name = suggestedName.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'Portfolio';
      const answer = await dialog.showSaveDialog(window(), {
        title: 'New portfolio',
        defaultPath: `${folder}/${name}.${EXTENSION}`,
        buttonLabel: 'Create',
        filters: FILTERS.portfolio.map(copyFilter),
      });
      return answer.canceled || answer.filePath === '' ? null : withExtension(answer.filePath);
    },
    confirmLink: async (address) => {
      const answer = await dialog.showMessageBox(window(), {
        type: 'question',
        message: 'Open this address in your browser?',
        detail: address,
        buttons: ['Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      });
      return answer.response === 0;
    },
  };
}

const withExtension = (path: string): string => (extname(path) === '' ? `${path}.${EXTENSION}` : path);

const copyFilter = (filter: { readonly name: string; readonly extensions: readonly string[] }) => ({
  name: filter.name,
  extensions: [...filter.extensions],
});
