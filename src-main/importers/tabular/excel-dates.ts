import { DAY_MS } from '#domain/base/calendar';
import type { XmlHandler } from './xml-scanner';

/** Number formats that Excel knows without a code and that show a date or a time (ECMA-376 18.8.30). */
const BUILT_IN_DATES: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

export const isBuiltInDate = (id: number): boolean => BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to);

/** True when a format code shows parts of a date; texts, colours and escaped characters do not count. */
export function isDateCode(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!h|m|s)[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhs]/i.test(bare);
}

/** Collects for every cell style whether it shows a date. */
export function collectDateStyles(): { handler: XmlHandler; dates: readonly boolean[] } {
  const codes = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inCellFormats = false;
  const handler: XmlHandler = {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), isDateCode(attribute('formatCode') ?? ''));
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) {
        const id = Number(attribute('numFmtId') ?? 0);
        dates.push(codes.get(id) ?? isBuiltInDate(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: () => {},
  };
  return { handler, dates };
}

/** Day number of Excel's calendar (1 = 1900-01-01, with the 29th of February 1900 that never was) as ISO text. */
export function serialToText(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null;
  if (serial < 1 && !from1904) return new Date(Math.round(serial * 86_400) * 1000).toISOString().slice(11, 19);
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const instant = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000);
  const text = instant.toISOString();
  return instant.getTime() % DAY_MS === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
