import { expect, it } from 'vitest';
import { safeFileName } from './uploads';

it.each([
  ['Inventory 2024.csv', 'Inventory 2024.csv'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\a.xlsx', 'a.xlsx'],
  ['..', 'file'],
  ['.bashrc', 'bashrc'],
  ['', 'file'],
  ['a\u0000b\n.csv', 'a_b_.csv'],
  ['con.csv', 'file con.csv'],
  ['a:stream.csv', 'a_stream.csv'],
  [`${'x'.repeat(300)}.csv`, `${'x'.repeat(100)}.csv`],
])('makes %j the name %j', (given, name) => {
  expect(safeFileName(given)).toBe(name);
});
