import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeXlsx } from '../testing/make-xlsx';
import { readFileStart } from './file-start';

const AUTO = { encoding: 'auto', delimiter: 'auto' } as const;

const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const SHEET = `<row>${cell('Number')}${cell('State')}</row>`;

function file(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('the beginning of a file', () => {
  it('tells the labels of a CSV file without reading all of it', async () => {
    const rows = 'INC1;"Wrong; twice"\n'.repeat(20_000);
    const start = await readFileStart(file('a.csv', `\n\nNumber;Short description\n${rows}`), AUTO);
    expect(start.bytes.length).toBe(65_536);
    expect(await start.labels()).toEqual(['Number', 'Short description']);
  });

  it('reads UTF-8 as such although the cut goes through a character', async () => {
    const line = `${'é'.repeat(40)},x\n`;
    const start = await readFileStart(file('a.csv', `a${line.repeat(2_000)}`), AUTO);
    expect(start.text).not.toMatch(/Ã|�/);
  });

  it('tells the labels of a worksheet', async () => {
    const start = await readFileStart(file('a.xlsx', makeXlsx({ sheets: [{ name: 'S', rows: SHEET }] })), AUTO);
    expect(await start.labels()).toEqual(['Number', 'State']);
  });

  it('has a sentence for a file that is gone', async () => {
    await expect(readFileStart('/nowhere/at/all.csv', AUTO)).rejects.toMatchObject({ code: 'bad_file' });
  });
});
