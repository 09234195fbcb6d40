import { expect, it } from 'vitest';
import { fileName } from './file-name';

it('leaves out what a file system refuses, and keeps the end of a long name', () => {
  expect(fileName('A/B: "C"', 'models', '2026-11-26', 'csv')).toBe('A B C models 2026-11-26.csv');
  expect(fileName('x'.repeat(300), 'models', '2026-11-26', 'csv')).toBe(`${'x'.repeat(80)} models 2026-11-26.csv`);
});
