import { describe, expect, it } from 'vitest';
import { likelyCurrency } from './currencies';
import { fileKind, nameFromFile } from './file-kind';

describe('files', () => {
  it('are told apart by their ending', () => {
    expect(fileKind('Bank.MODELFOLIO')).toBe('portfolio');
    expect(fileKind('inventory.csv')).toBe('table');
    expect(fileKind('inventory.xlsx')).toBe('table');
    for (const name of ['a.ods', 'a.xls', 'a.jsonl', 'a.csv.gz', 'a.zip', 'a.html'])
      expect(fileKind(name)).toBe('table');
    expect(fileKind('inventory.pdf')).toBe('other');
    expect(fileKind('csv')).toBe('other');
  });

  it('give a portfolio its first name', () => {
    expect(nameFromFile('AI_inventory-2026.csv')).toBe('AI inventory 2026');
    expect(nameFromFile('models.csv.gz')).toBe('models');
    expect(nameFromFile('.csv')).toBe('New portfolio');
  });

  it('the likely currency follows the region', () => {
    expect(likelyCurrency('en-US')).toBe('USD');
    expect(likelyCurrency('de-DE')).toBe('EUR');
    expect(likelyCurrency('en')).toBe('EUR');
  });
});
