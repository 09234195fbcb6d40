import { expect, it } from 'vitest';
import { syncProgramOf } from './sync-folder';

it.each([
  ['C:\\Users\\ada\\OneDrive - Acme\\Models', 'OneDrive'],
  ['/Users/ada/Library/CloudStorage/OneDrive-Acme', 'OneDrive'],
  ['/home/ada/Dropbox (Acme)/risk', 'Dropbox'],
  ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs', 'iCloud Drive'],
  ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@acme.org/My Drive', 'Google Drive'],
  ['/home/ada/Documents/onedrive-notes', null],
  ['/home/ada/models', null],
])('%s is kept by %s', (folder, program) => {
  expect(syncProgramOf(folder)).toBe(program);
});
