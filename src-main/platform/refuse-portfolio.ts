import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { DomainError } from '../failure/domain-error';
import { isPortfolioFile } from '../store/files';

const BESIDE = /-(wal|shm|journal)$/;

/**
 * Throws `conflict` where a file that somebody wants written would take the place of a portfolio, open here or not, or of the
 * log and the index that lie beside one; links are followed.
 */
export function refusePortfolio(path: string): void {
  for (const place of new Set([path, targetOf(path)])) {
    const owner = place.replace(BESIDE, '');
    if (!isPortfolioFile(owner)) continue;
    const what = owner === place ? 'is a portfolio' : `belongs to the portfolio ${basename(owner)}`;
    throw new DomainError('conflict', `${basename(path)} ${what} and was not overwritten. Choose another name.`);
  }
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
