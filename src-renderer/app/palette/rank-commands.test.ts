import { expect, it } from 'vitest';
import type { AppCommand } from '../../commands/registry';
import { rankCommands } from './rank-commands';

const command = (label: string, group: AppCommand['group'] = 'File'): AppCommand => ({
  id: label,
  label,
  group,
  run: () => undefined,
});
const all = [
  command('Import a spreadsheet'),
  command('Imports', 'Go to'),
  command('Open a portfolio'),
  command('Portfolio', 'Go to'),
];
const labels = (query: string) => rankCommands(all, query).map(({ label }) => label);

it('shows all without a query, where one can go first, and only fitting ones with it', () => {
  expect(labels('  ')).toEqual(['Imports', 'Portfolio', 'Import a spreadsheet', 'Open a portfolio']);
  expect(labels('spread')).toEqual(['Import a spreadsheet']);
  expect(labels('xyz')).toEqual([]);
});

it('finds an undo by its own word, never by the name of what it would turn back', () => {
  const undo = { ...command('Undo: Save the view “Cards”', 'Edit'), words: 'Undo' };
  expect(rankCommands([undo, command('Show the view “Cards”', 'View')], 'cards').map(({ label }) => label)).toEqual([
    'Show the view “Cards”',
  ]);
  expect(rankCommands([undo], 'undo')).toEqual([undo]);
});

it('puts the beginning of a label first and finds by group', () => {
  expect(labels('port')[0]).toBe('Portfolio');
  expect(labels('go to imp')).toEqual(['Imports']);
});
