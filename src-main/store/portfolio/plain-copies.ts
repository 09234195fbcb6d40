import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { rewriteInPlace } from '../open/change-key';
import { isPortfolioFile } from '../open/file-header';
import type { FileKey } from '../open/file-key';
import { encryptedHeadOf } from '../open/open-database';
import { type ChosenFolder, listBackupFiles } from './backups';

export interface PlainCopy {
  readonly path: string;
  readonly sizeBytes: number;
}

/** Backups of a portfolio, and copies that an update of its structure left beside it, that anybody can read. */
export function listPlainCopies(portfolioPath: string, chosen: ChosenFolder): readonly PlainCopy[] {
  const paths = [...listBackupFiles(portfolioPath, chosen).map(({ path }) => path), ...beforeUpdates(portfolioPath)];
  return paths
    .filter((path) => isPortfolioFile(path) && encryptedHeadOf(path) === null)
    .map((path) => ({ path, sizeBytes: statSync(path).size }));
}

function beforeUpdates(portfolioPath: string): readonly string[] {
  const { name, ext } = parse(portfolioPath);
  const folder = dirname(portfolioPath);
  try {
    return readdirSync(folder)
      .filter((file) => file.startsWith(`${name}.before-update-from-`) && file.endsWith(ext))
      .map((file) => join(folder, file));
  } catch {
    return [];
  }
}

/** Encrypts a copy where it lies; it stays as old as it is. @throws DomainError where it is damaged or open elsewhere */
export function encryptCopy({ path }: PlainCopy, key: FileKey): void {
  const { atime, mtime } = statSync(path);
  rewriteInPlace(path, null, key);
  utimesSync(path, atime, mtime);
}

export const deleteCopy = ({ path }: PlainCopy): void => rmSync(path, { force: true });
