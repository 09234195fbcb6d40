import type { Preview } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';
import { sheetRow } from '#domain/base/sheet-row';
import { formatCount, formatNumber } from '../../lib/format';

type Effect = Problem['effect'];

/** What follows from a problem, as a word and as a status. */
export const EFFECTS: Readonly<Record<Effect, { readonly label: string; readonly mark: 'act' | 'watch' | 'unknown' }>> =
  {
    row_refused: { label: 'Row refused', mark: 'act' },
    value_refused: { label: 'Value left out', mark: 'watch' },
    note: { label: 'Note', mark: 'unknown' },
  };

export const isEffect = (text: string): text is Effect => Object.hasOwn(EFFECTS, text);

/** The finding of a preview: how many models (or what the kind holds) come, change and are refused. */
export function previewHeadline(preview: Preview, thing: string): string {
  const parts = [
    preview.creates > 0 ? formatCount(preview.creates, `new ${thing}`) : '',
    preview.updates > 0 ? formatCount(preview.updates, 'update') : '',
    preview.unchanged > 0 ? `${formatNumber(preview.unchanged)} unchanged` : '',
    preview.rejected > 0 ? `${formatNumber(preview.rejected)} refused` : '',
  ].filter((part) => part !== '');
  const rows = formatCount(preview.rows, 'row');
  return parts.length === 0 ? `${rows}, nothing to import` : `${rows}: ${parts.join(', ')}`;
}

/** How the file was read, in one line. */
export function readingLine(preview: Preview): string {
  const { chosenSheets, encoding, delimiter, headerRow } = preview;
  const word = sheetWord(preview).toLowerCase();
  const parts = [
    chosenSheets.length === 0
      ? ''
      : chosenSheets.length === 1
        ? `${word} ${chosenSheets[0]}`
        : formatCount(chosenSheets.length, word),
    encoding,
    delimiter === '' ? '' : delimiterWord(delimiter),
    headerRow === 0 ? '' : `headers in row ${headerRow}`,
    formatCount(preview.columns.length, 'column'),
  ].filter((part) => part !== '');
  return `${preview.fileName}: ${parts.join(', ')}`;
}

/** What a file holds several of: worksheets, or tables in an archive, a page, a file of JSON. */
export const sheetWord = ({ fileKind }: Pick<Preview, 'fileKind'>): string =>
  fileKind === 'xlsx' || fileKind === 'ods' || fileKind === 'xls' ? 'Sheet' : 'Table';

/** A row as its sheet counts it, with the sheet's name where several were put together; `file`: all of it. */
export function rowWords(row: number, parts: Preview['parts']): string {
  if (row === 0) return 'file';
  const own = sheetRow(parts, row);
  return own.sheet === '' ? formatNumber(own.row) : `${own.sheet}, ${formatNumber(own.row)}`;
}

export function delimiterWord(delimiter: string): string {
  const words: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
  return words[delimiter] ?? delimiter;
}

/** What the button will do: `Import 12 new models and 3 updates`. */
export function applyLabel(preview: Preview, thing: string): string {
  const parts = [
    preview.creates > 0 ? formatCount(preview.creates, `new ${thing}`) : '',
    preview.updates > 0 ? formatCount(preview.updates, 'update') : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Nothing to import' : `Import ${parts.join(' and ')}`;
}

/** How many problems there are of each effect, the gravest first; effects that do not occur are left out. */
export function effectCounts(preview: Preview): readonly { readonly effect: Effect; readonly count: number }[] {
  const effects: readonly Effect[] = ['row_refused', 'value_refused', 'note'];
  return effects
    .map((effect) => ({
      effect,
      count: preview.problemsByCode
        .filter((group) => group.effect === effect)
        .reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ count }) => count > 0);
}
