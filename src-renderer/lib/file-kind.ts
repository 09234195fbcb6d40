import { TABLE_ENDINGS } from '#domain/base/table-endings';

const TABLES: ReadonlySet<string> = new Set(TABLE_ENDINGS);

/** What a file is for, by its ending: a portfolio is opened, a table is imported. */
export function fileKind(name: string): 'portfolio' | 'table' | 'other' {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'modelfolio') return 'portfolio';
  return TABLES.has(ending) ? 'table' : 'other';
}

/** A portfolio's name from the file that it is made of: `AI_inventory-2026.csv` → `AI inventory 2026`. */
export function nameFromFile(fileName: string): string {
  const stem = fileName.replace(/\.gz$/i, '').replace(/\.[a-z0-9]+$/i, '');
  const words = stem.replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? 'New portfolio' : words.slice(0, 200);
}
