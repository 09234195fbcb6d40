import { createReadStream } from 'node:fs';

export interface FileLine {
  readonly bytes: Buffer;
  /** From 1. */
  readonly number: number;
  /** It ends with a line feed, as each line of ours does. */
  readonly ended: boolean;
}

/** The longest line that is read; a row of a portfolio is far from it. */
const LONGEST = 64 * 2 ** 20;
const LINE_FEED = 0x0a;

/** The lines of a file as bytes, however long it is; a line that is longer than any of ours ends the reading as it is. */
export async function* fileLines(path: string): AsyncGenerator<FileLine> {
  let kept: Buffer[] = [];
  let length = 0;
  let number = 0;
  const line = (ended: boolean): FileLine => {
    number += 1;
    const bytes = kept.length === 1 && kept[0] ? kept[0] : Buffer.concat(kept);
    kept = [];
    length = 0;
    return { bytes, number, ended };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    let rest = chunk as Buffer; // no encoding is set
    for (let at = rest.indexOf(LINE_FEED); at >= 0; at = rest.indexOf(LINE_FEED)) {
      kept.push(rest.subarray(0, at));
      yield line(true);
      rest = rest.subarray(at + 1);
    }
    if (rest.length > 0) kept.push(rest);
    length += rest.length;
    if (length > LONGEST) break;
  }
  if (kept.length > 0) yield line(false);
}
