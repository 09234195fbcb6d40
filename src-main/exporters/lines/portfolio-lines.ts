import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { EvidencePart } from '../../store/journal/evidence';
import type { LinePart } from '../../store/lines/line-part';

/** First words of the first line: by them a file is known. */
export const LINES = 'Modelfolio portfolio';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Whole = z.number().int().min(0);
const Text = z.string().max(2_000);

/** The first line. */
export const LinesHead = z.strictObject({
  lines: z.literal(LINES),
  version: z.literal(1),
  portfolio: Text,
  /** Of the structure that its tables have. */
  structure: Whole.min(1),
  /** Of its journal. */
  entries: Whole,
  head: Hash,
  /** Entries' commands that others who share the portfolio do not have yet; left out: none. */
  unshared: Whole.optional(),
  exportedAt: Text,
  program: Text,
});
export type LinesHead = z.output<typeof LinesHead>;

/** After so many lines, and at the end, the digest of all bytes above it, itself not among them. */
export const LinesCheck = z.strictObject({ check: z.strictObject({ lines: Whole, sha256: Hash }) });
/** The last line. */
export const LinesEnd = z.strictObject({ end: z.strictObject({ lines: Whole, entries: Whole, head: Hash }) });

/** A fault is found within so many lines. */
export const CHECKED = 100;

/** A whole portfolio, a line a part, in pieces of text. */
export async function* linesText(
  head: LinesHead,
  journal: AsyncIterable<EvidencePart>,
  parts: AsyncIterable<readonly LinePart[]>,
  written: (lines: number) => void,
): AsyncGenerator<string> {
  const digest = createHash('sha256');
  let lines = 0;
  let unchecked = 0;
  const put = (line: string): string => {
    const text = `${line}\n`;
    digest.update(text);
    lines += 1;
    unchecked += 1;
    return unchecked < CHECKED ? text : `${text}${check()}`;
  };
  const check = (): string => {
    unchecked = 0;
    const text = `${JSON.stringify({ check: { lines, sha256: digest.copy().digest('hex') } })}\n`;
    digest.update(text);
    lines += 1;
    return text;
  };
  yield put(JSON.stringify(head));
  for await (const some of parts) {
    yield some.map((part) => put(JSON.stringify(part))).join('');
    written(lines);
  }
  for await (const part of journal) {
    yield part.lines.map(put).join('');
    written(lines);
  }
  const end = { end: { lines: lines + 2, entries: head.entries, head: head.head } };
  yield `${check()}${JSON.stringify(end)}\n`;
  written(lines + 1);
}
