import { spawnSync } from 'node:child_process';
import type { Needed } from './shared-data';

export interface Office extends Needed {
  readonly program: string;
}

/** LibreOffice, which works out and reads what is written for spreadsheets without any code of ours. */
export function findOffice(): Office {
  const program = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
  const why = 'LibreOffice is not on the path (soffice). Install it to have our workbooks worked out by a stranger.';
  return program === undefined ? { program: '', why } : { program, why: null };
}
