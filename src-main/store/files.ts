import { storeBeside } from './kept/keep-beside';
import { migrations } from './migrations';
import type { FileKey } from './open/file-key';
import { createPortfolioFile, openPortfolioFile, openReading } from './open/open';
import { createStore } from './open/sqlite-store';
import type { TellRenewal } from './renewal';
import type { Store } from './store';

/** The one door of the store to files: nothing else of `open/` is for the rooms above it. */

export { rewriteInPlace } from './open/change-key';
export { isPortfolioFile } from './open/file-header';
export { deriveKey, type FileKey, newHead } from './open/file-key';
export { openForeignFile } from './open/foreign-file';
export { forgetKeys, knownKey } from './open/keyring';
export { encryptedHeadOf } from './open/open-database';
export { writePlainCopy } from './open/plain-copy';
export { readClosedPortfolio } from './open/read-closed';
export { takeKey, unlockFile, wrongPassphrase } from './open/unlock';

/** Of the newest structure of a portfolio, to which every file is brought that is opened. */
export const PORTFOLIO_FORMAT = migrations.length;

/** One more way to read a portfolio that is open elsewhere in this program; it writes nothing, at its closing neither. */
export function readBesides(path: string, key: FileKey | null): Store {
  const connections = openReading(path, key);
  const store = createStore(connections);
  return {
    ...store,
    close: async () => {
      storeBeside(store.read);
      connections.reader.close();
    },
  };
}

/** Makes a file without a portfolio in it; throws `conflict` where a file is already. */
export const createPortfolio = (path: string, now: string, key: FileKey | null = null): Store =>
  createStore(createPortfolioFile(path, now, migrations, key));

/** Throws `bad_file` with a sentence where the file is none of ours, damaged or of a newer program. */
export const openPortfolio = (path: string, now: string, heard?: TellRenewal): Store =>
  createStore(openPortfolioFile(path, now, migrations, heard));
