import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

/** A workbook as LibreOffice writes it after having read it and worked it out; its start alone takes seconds. */
export function throughOffice({ program }: Office, folder: string, workbook: Uint8Array): Uint8Array {
  const [file, out] = [join(folder, 'book.xlsx'), join(folder, 'out')];
  writeFileSync(file, workbook);
  mkdirSync(out);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const made = spawnSync(program, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, file], {
    encoding: 'utf8',
    timeout: 200_000,
  });
  if (made.status !== 0) throw new Error(`LibreOffice did not convert the workbook: ${made.error ?? made.stderr}`);
  return readFileSync(join(out, 'book.xlsx'));
}
