import type { z } from 'zod';
import type { FileLine } from './file-lines';

/** Where a file is not what was signed. */
export interface EvidenceFault {
  /** The first line concerned, and the last one. */
  readonly line: number;
  readonly toLine: number;
  /** Of the journal; `null`: it concerns none. */
  readonly entry: number | null;
  /** A sentence's end: `was altered`. */
  readonly what: string;
}

const isSame = (line: FileLine, text: string): boolean => line.ended && line.bytes.equals(Buffer.from(text));

/** A line as the program writes it, to the byte; else `null`. */
export function parsedLine<T>(line: FileLine, schema: z.ZodType<T>): T | null {
  try {
    const value: unknown = JSON.parse(line.bytes.toString('utf8'));
    const parsed = schema.safeParse(value);
    return parsed.success && isSame(line, JSON.stringify(value)) ? parsed.data : null;
  } catch {
    return null;
  }
}
