import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  if (program === undefined) return { program: '', why };
  return readsWorkbooks(program)
    ? { program, why: null }
    : { program: '', why: 'LibreOffice is there without Calc, its part for workbooks. Install that as well.' };
}

/** It may have been installed for slides or letters only: then it starts, answers success and writes nothing. */
function readsWorkbooks(program: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-office-'));
  try {
    const table = join(folder, 'one.csv');
    writeFileSync(table, '1\n');
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    spawnSync(program, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, table], {
      timeout: 200_000,
    });
    return existsSync(join(folder, 'one.xlsx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

/** A deck as LibreOffice prints it: the bytes of a PDF. */
export function printedByOffice({ program }: Office, folder: string, deck: Uint8Array): Uint8Array {
  const [file, out] = [join(folder, 'deck.pptx'), join(folder, 'pdf')];
  writeFileSync(file, deck);
  mkdirSync(out);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const made = spawnSync(program, [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, file], {
    encoding: 'utf8',
    timeout: 200_000,
  });
  if (made.status !== 0) throw new Error(`LibreOffice did not print the deck: ${made.error ?? made.stderr}`);
  return readFileSync(join(out, 'deck.pdf'));
}
