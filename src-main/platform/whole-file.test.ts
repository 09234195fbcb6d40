import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeWholeFile } from './whole-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modelfolio-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('takes the place of an older file and says how large it is', async () => {
  const path = join(folder, 'deck.pptx');
  writeFileSync(path, 'old');
  expect(await writeWholeFile(path, (beside) => writeFile(beside, 'newer'))).toBe(5);
  expect(readFileSync(path, 'utf8')).toBe('newer');
  expect(readdirSync(folder)).toEqual(['deck.pptx']);
});

it('leaves the older file as it was when the work fails half-way', async () => {
  const path = join(folder, 'deck.pptx');
  writeFileSync(path, 'old');
  const work = writeWholeFile(path, async (beside) => {
    await writeFile(beside, 'half');
    throw new Error('cancelled');
  });
  await expect(work).rejects.toThrow('cancelled');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['deck.pptx']);
});

it('says in a sentence where it cannot write', async () => {
  const path = join(folder, 'nowhere', 'deck.pptx');
  await expect(writeWholeFile(path, (beside) => writeFile(beside, 'x'))).rejects.toThrow(
    'The file deck.pptx could not be written there.',
  );
});
