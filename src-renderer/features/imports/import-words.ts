import type { Preview } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';
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
  const kind =
    preview.fileKind === 'xlsx' ? `sheet ${preview.sheet}` : `${preview.encoding}, ${delimiterWord(preview.delimiter)}`;
  return `${preview.fileName}: ${kind}, headers in row ${preview.headerRow}, ${formatCount(preview.columns.length, 'column')}`;
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
