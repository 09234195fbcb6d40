import type { ReportContent } from '#domain/reports/content';
import { widthOf } from '../layout/measure';
import type { Setting } from '../layout/page';
import { xmlText } from '../package/xml';
import type { Stage } from '../template/choose-layouts';

/** Points where the layout says none. */
const SIZE = 9;

/** Whose, of when and for whom, in the one line that a layout's footer has room for; the whole of it is on the last slide. */
export function footerText(
  content: ReportContent,
  /** Confidentiality and who it is from. */
  marks: readonly string[],
  { layout }: Stage,
  { scale, measure }: Setting,
): string {
  const place = layout.places.find(({ type }) => type === 'ftr');
  const width = (place?.box?.w ?? 3) - 0.2;
  const size = place?.size ?? SIZE * scale;
  const line = [
    ...marks,
    content.portfolio,
    content.date,
    ...(content.unshared ? [content.unshared] : []),
    ...(content.redaction === '' ? [] : ['redacted']),
  ];
  const fits = (text: string): boolean => widthOf({ text, size }, measure) <= width;
  const tries = [line, line.filter((part) => part !== content.date), line.slice(0, 2), line.slice(0, 1)].map((parts) =>
    parts.join('  ·  '),
  );
  const whole = tries.find(fits);
  if (whole !== undefined) return xmlText(whole);
  let text = line[0] ?? '';
  while (text.length > 1 && !fits(`${text}…`)) text = text.slice(0, -1);
  return xmlText(`${text.trimEnd()}…`);
}
