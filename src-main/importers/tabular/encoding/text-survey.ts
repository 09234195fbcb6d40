import { isAscii, isUtf8 } from 'node:buffer';

const NEWLINE = 10;
/** A line that is longer is looked at in pieces. */
const LONGEST_LINE = 1024 * 1024;
const SAMPLE_BYTES = 65_536;
/** Of a line no more than this goes into the sample, so that many lines have a say. */
const LINE_BYTES = 2_048;
/** Lines of UTF-8 that are counted, to see whether odd ones are the exception. */
const COUNTED_LINES = 20_000;

/** What the bytes of a whole text say about how it is written. */
export interface TextSurvey {
  /** At most the first 64 KB. */
  readonly head: Buffer;
  readonly utf8: 'ascii' | 'valid' | 'invalid';
  /** Lines with bytes beside ASCII, at most 64 KB of them; those that are no UTF-8 before all others. */
  readonly sample: Buffer;
  /** Lines beside ASCII that are UTF-8 (counted up to 20,000), and those that are not. */
  readonly validLines: number;
  readonly invalidLines: number;
}

/** Looks at a text of any length as it comes by. */
export class TextSurveyor {
  private head = Buffer.alloc(0);
  private rest = Buffer.alloc(0);
  private ascii = true;
  private validLines = 0;
  private invalidLines = 0;
  private readonly odd: Buffer[] = [];
  private readonly fine: Buffer[] = [];
  private oddBytes = 0;
  private fineBytes = 0;

  /** @param piece may be overwritten afterwards */
  take(piece: Buffer): void {
    if (this.head.length < SAMPLE_BYTES)
      this.head = Buffer.concat([this.head, piece.subarray(0, SAMPLE_BYTES - this.head.length)]);
    const end = piece.lastIndexOf(NEWLINE) + 1;
    if (end === 0 && this.rest.length + piece.length < LONGEST_LINE) {
      this.rest = Buffer.concat([this.rest, piece]);
      return;
    }
    const whole = end === 0 ? piece.length : end;
    this.lines(
      this.rest.length === 0 ? piece.subarray(0, whole) : Buffer.concat([this.rest, piece.subarray(0, whole)]),
    );
    this.rest = Buffer.from(piece.subarray(whole));
  }

  end(): TextSurvey {
    this.lines(this.rest);
    this.rest = Buffer.alloc(0);
    const { head, validLines, invalidLines } = this;
    const sample = Buffer.concat([...this.odd, ...this.fine]).subarray(0, SAMPLE_BYTES);
    return { head, utf8: this.verdict(), sample, validLines, invalidLines };
  }

  private verdict(): TextSurvey['utf8'] {
    if (this.invalidLines > 0) return 'invalid';
    return this.ascii ? 'ascii' : 'valid';
  }

  private lines(bytes: Buffer): void {
    if (isAscii(bytes)) return;
    this.ascii = false;
    const valid = isUtf8(bytes);
    if (valid && this.validLines >= COUNTED_LINES) return;
    let from = 0;
    while (from < bytes.length) {
      const next = bytes.indexOf(NEWLINE, from) + 1;
      const end = next === 0 ? bytes.length : next;
      this.line(bytes.subarray(from, end));
      from = end;
    }
  }

  private line(line: Buffer): void {
    if (isAscii(line)) return;
    if (isUtf8(line)) {
      this.validLines += 1;
      if (this.fineBytes >= SAMPLE_BYTES) return;
      this.fineBytes += this.keep(this.fine, line);
    } else {
      this.invalidLines += 1;
      if (this.oddBytes >= SAMPLE_BYTES) return;
      this.oddBytes += this.keep(this.odd, line);
    }
  }

  private keep(list: Buffer[], line: Buffer): number {
    // Around the first byte beside ASCII: that is what the line is kept for.
    const first = line.findIndex((byte) => byte >= 0x80);
    const from = first < LINE_BYTES / 2 ? 0 : first;
    const part = Buffer.from(line.subarray(from, from + LINE_BYTES));
    list.push(part);
    return part.length;
  }
}

/** The same of a text that is in memory. */
export function surveyText(bytes: Uint8Array): TextSurvey {
  const surveyor = new TextSurveyor();
  surveyor.take(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return surveyor.end();
}
