import { badFile } from './tabular/failures';

/** Beyond this a report is refused: it would be held in memory as a whole. */
const MOST_CHARACTERS = 256 * 1024 * 1024;

/**
 * Reads JSON as Python writes it: `NaN`, `Infinity` and `-Infinity` may stand where a number is expected, and become
 * `null` and the infinities. Everything else is held to the standard.
 */
export function parseTolerantJson(fileName: string, text: string): unknown {
  if (text.trim() === '') throw badFile(`${fileName} is empty. Save the report again and choose that file.`);
  if (text.length > MOST_CHARACTERS) {
    throw badFile(`${fileName} has more than 256 MB of JSON. Save the report without its drawings, or in parts.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw badFile(`${fileName} is nested too deeply to be a report.`);
    return parseAgain(fileName, text);
  }
}

function parseAgain(fileName: string, text: string): unknown {
  try {
    return JSON.parse(withStandardNumbers(text));
  } catch (error) {
    if (error instanceof RangeError) throw badFile(`${fileName} is nested too deeply to be a report.`);
    throw badFile(
      `${fileName} is not whole JSON${placeOf(error)}; it may have been cut off. Save the report again and choose that file.`,
    );
  }
}

const placeOf = (error: unknown): string => {
  const place = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '');
  return place ? ` (line ${place[1]}, column ${place[2]})` : '';
};

const BARE = /-?Infinity|NaN/y;

/** Replaces the bare words of Python outside of strings; a number beyond the largest double reads as infinite. */
export function withStandardNumbers(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      at = endOfString(text, at + 1);
      continue;
    }
    if (char === CAPITAL_N || char === CAPITAL_I || char === MINUS) {
      BARE.lastIndex = at;
      const word = BARE.exec(text)?.[0];
      if (word !== undefined) {
        parts.push(text.slice(from, at), STANDARD[word] ?? word);
        at += word.length;
        from = at;
        continue;
      }
    }
    at += 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

const QUOTE = 34;
const BACKSLASH = 92;
const MINUS = 45;
const CAPITAL_I = 73;
const CAPITAL_N = 78;
const STANDARD: Readonly<Record<string, string>> = { NaN: 'null', Infinity: '1e999', '-Infinity': '-1e999' };

/** Behind the closing quotation mark; the end of the text where there is none. */
function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) return at + 1;
    at += char === BACKSLASH ? 2 : 1;
  }
  return text.length;
}
