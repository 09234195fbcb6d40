import { columnLetters, quoteSheet, type Sheet } from './cells';

/** Points that a character of a column takes, with room for a font that is wider than ours. */
const CHARACTER = 5.1;
/** What a landscape and a portrait page of A4 hold between their margins, in points. */
const PAGE = { landscape: 770, portrait: 523 } as const;
/** Of texts of 10 points: smaller than 7 nobody reads. */
const SMALLEST = 70;

/** Whether all columns fit on the width of one page and can still be read. */
export function fitsOnePage({ columns, landscape }: Sheet): boolean {
  const width = columns.reduce((sum, one) => sum + one.width * CHARACTER, 0);
  return width * (SMALLEST / 100) <= PAGE[landscape === false ? 'portrait' : 'landscape'];
}

/** A sheet that is wider goes over several pages side by side, at the smallest size that can be read. */
export function pageSetupXml(sheet: Sheet): string {
  const orientation = sheet.landscape === false ? 'portrait' : 'landscape';
  return fitsOnePage(sheet)
    ? `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
    : `<pageSetup paperSize="9" scale="${SMALLEST}" pageOrder="overThenDown" orientation="${orientation}"/>`;
}

/** What every page repeats, and what is printed at all; `last` is the number of the last row. */
export function printNames(sheet: Sheet, last: number): readonly (readonly [name: string, place: string])[] {
  const { name, columns, freeze, titleRows } = sheet;
  const own = quoteSheet(name);
  const rows = titleRows ?? (freeze && freeze.rows > 0 ? ([1, freeze.rows] as const) : null);
  const titles = [
    ...(freeze && freeze.columns > 0 ? [`${own}!$A:$${columnLetters(freeze.columns)}`] : []),
    ...(rows ? [`${own}!$${rows[0]}:$${rows[1]}`] : []),
  ];
  const hasArea = columns.length > 0 && last > 0;
  return [
    ...(hasArea ? [['_xlnm.Print_Area', `${own}!$A$1:$${columnLetters(columns.length)}$${last}`] as const] : []),
    ...(hasArea && titles.length > 0 ? [['_xlnm.Print_Titles', titles.join(',')] as const] : []),
  ];
}
