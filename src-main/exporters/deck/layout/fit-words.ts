import { linesHeight, wrapText } from '#domain/reports/text-width';
import { endOf } from '../slide/table';
import type { Paragraph } from '../slide/words';
import { heightOf } from './measure';
import type { Setting } from './page';

/** Inches that paragraphs take one under another. */
export function wordsHeight(paragraphs: readonly Paragraph[], width: number, { measure }: Setting): number {
  return paragraphs.reduce(
    (sum, one) => sum + (one.before ?? 0) / 72 + heightOf(one, width - indentOf(one), measure),
    0,
  );
}

const indentOf = ({ bullet, size }: Paragraph): number => (bullet ? (size * 0.9) / 72 : 0);

/** So many paragraphs as have room, and the rest; one that no slide could hold goes on in a further one. */
export function splitWords(
  paragraphs: readonly Paragraph[],
  width: number,
  height: number,
  fresh: boolean,
  setting: Setting,
): readonly [first: readonly Paragraph[], rest: readonly Paragraph[]] {
  let used = 0;
  const end = paragraphs.findIndex((one) => {
    used += wordsHeight([one], width, setting);
    return used > height + 1e-6;
  });
  if (end === -1) return [paragraphs, []];
  const [head] = paragraphs;
  if (end > 0 || !fresh || !head) return [paragraphs.slice(0, end), paragraphs.slice(end)];
  const wide = ((width - indentOf(head)) * 72) / head.size / setting.measure.reserve;
  const lines = wrapText(head.text, wide, head.bold);
  const room = Math.max(1, Math.floor(height / linesHeight(head.text, 1, head.size)));
  const cut = endOf(head.text, lines.slice(0, room));
  const [begin, later] = [head.text.slice(0, cut), head.text.slice(cut).trimStart()];
  return [[{ ...head, text: begin }], [{ ...head, text: later, before: 0 }, ...paragraphs.slice(1)]];
}
