import { badFile } from './failures';

/** A table from the clipboard as the content of a file, and the ending that such a file has. */
export interface PastedTable {
  readonly extension: 'html' | 'json' | 'tsv' | 'csv';
  readonly content: string;
}

/**
 * What was copied out of a spreadsheet (text with tabs), of a page or a mail (HTML), or of anything else that a table can be
 * read from. Fails with a sentence where there is no text.
 */
export function tableFromPasted(text: string): PastedTable {
  const plain = text.replace(/^\ufeff/, '');
  if (plain.trim() === '')
    throw badFile('There is no text on the clipboard. Copy the cells of a table and paste again.');
  const table = plain.search(/<table[\s>]/i);
  // What programs write in front of the table says nothing of its cells.
  if (table >= 0 && plain.trimStart().startsWith('<')) return { extension: 'html', content: plain.slice(table) };
  if (/^\s*(\[\s*\{|\{\s*")/.test(plain)) return { extension: 'json', content: plain };
  return { extension: plain.includes('\t') ? 'tsv' : 'csv', content: plain };
}
