import { migrations } from './migrations';
import { createPortfolioFile, openPortfolioFile, openReading } from './open/open';
import { createStore } from './open/sqlite-store';
import type { Store } from './store';

/** The one door of the store to files: nothing else of `open/` is for the rooms above it. */

export { isPortfolioFile } from './open/file-header';
export { openForeignFile } from './open/foreign-file';
export { readClosedPortfolio } from './open/read-closed';

/** Of the newest structure of a portfolio, to which every file is brought that is opened. */
export const PORTFOLIO_FORMAT = migrations.length;

/** One more way to read a portfolio that is open elsewhere in this program; it writes nothing, at its closing neither. */
export function readBesides(path: string): Store {
  const connections = openReading(path);
  return { ...createStore(connections), close: async () => void connections.reader.close() };
}

/** Makes a file without a portfolio in it; throws `conflict` where a file is already. */
export const createPortfolio = (path: string, now: string): Store => createStore(createPortfolioFile(path, now));

/** Throws `bad_file` with a sentence where the file is none of ours, damaged or of a newer program. */
export const openPortfolio = (path: string, now: string): Store => createStore(openPortfolioFile(path, now));
