import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileToSave, writeWhole } from './save-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modelfolio-save-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('takes a name and bytes, and nothing else', () => {
  const content = new Uint8Array([1, 2]);
  expect(fileToSave({ suggestedName: 'a.csv', content })).toEqual({ suggestedName: 'a.csv', content });
  for (const raw of [null, 'a', {}, { suggestedName: 1, content }, { suggestedName: 'a', content: 'text' }]) {
    expect(() => fileToSave(raw)).toThrow('nothing that could be saved');
  }
});

it('takes the place of an older file', () => {
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'old');
  writeWhole(path, new TextEncoder().encode('new'));
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(existsSync(`${path}.part`)).toBe(false);
});

it('leaves nothing behind where it cannot write', () => {
  const path = join(folder, 'folder');
  mkdirSync(join(path, 'full'), { recursive: true });
  expect(() => writeWhole(path, new Uint8Array([1]))).toThrow();
  expect(existsSync(`${path}.part`)).toBe(false);
});
