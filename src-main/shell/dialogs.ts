import { extname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { TABLE_ENDINGS } from '#domain/base/table-endings';
import type { Dialogs } from './rehearsed-dialogs';

const EXTENSION = 'modelfolio';
const FILTERS = {
  portfolio: [{ name: 'Modelfolio portfolio', extensions: [EXTENSION] }],
  table: [
    {
      name: 'Table or report',
      extensions: [...TABLE_ENDINGS],
    },
  ],
  data: [{ name: 'Data', extensions: ['csv', 'tsv', 'txt', 'parquet'] }],
  template: [{ name: 'PowerPoint template', extensions: ['potx', 'pptx', 'potm', 'pptm'] }],
  logo: [{ name: 'Picture', extensions: ['png', 'jpg', 'jpeg'] }],
  certificate: [{ name: 'Certificate or key', extensions: ['pem', 'crt', 'cer', 'key'] }],
} as const;
const ALL = { name: 'All files', extensions: ['*'] } as const;

/** The system's own dialogs, on top of the window. */
export function systemDialogs(window: () => BrowserWindow): Dialogs {
  return {
    pickFile: async (kind) => {
      if (kind === 'folder') {
        const folder = await dialog.showOpenDialog(window(), { properties: ['openDirectory', 'createDirectory'] });
        return folder.canceled ? null : (folder.filePaths[0] ?? null);
      }
      const filters = [...FILTERS[kind], ALL].map(copyFilter);
      const answer = await dialog.showOpenDialog(window(), { properties: ['openFile'], filters });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    pickNewPortfolio: async (suggestedName, folder) => {
      const name = plainName(suggestedName) || 'Portfolio';
      const answer = await dialog.showSaveDialog(window(), {
        title: 'New portfolio',
        defaultPath: `${folder}/${name}.${EXTENSION}`,
        buttonLabel: 'Create',
        filters: FILTERS.portfolio.map(copyFilter),
      });
      return answer.canceled || answer.filePath === '' ? null : withExtension(answer.filePath);
    },
    pickSaveAs: async (suggestedName) => {
      const name = plainName(suggestedName) || 'File';
      const ending = extname(name).slice(1);
      const answer = await dialog.showSaveDialog(window(), {
        defaultPath: name,
        filters: [...(ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }]), ALL].map(
          copyFilter,
        ),
      });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    confirmLink: async (address) => {
      const answer = await dialog.showMessageBox(window(), {
        type: 'question',
        message: address.startsWith('mailto:')
          ? 'Open this draft in your mail program? Nothing is sent.'
          : 'Open this address in your browser?',
        detail: address,
        buttons: ['Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      });
      return answer.response === 0;
    },
  };
}

/** A name without what a file system gives a meaning of its own. */
const plainName = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();

const withExtension = (path: string): string => (extname(path) === '' ? `${path}.${EXTENSION}` : path);

const copyFilter = (filter: { readonly name: string; readonly extensions: readonly string[] }) => ({
  name: filter.name,
  extensions: [...filter.extensions],
});
