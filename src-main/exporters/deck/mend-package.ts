import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { mendChart } from './mend-chart';

/** The first day that a ZIP can hold, at noon: no time zone moves it out of the range. */
const ENTRY_TIME = new Date(1980, 0, 1, 12);

/**
 * The package as PowerPoint takes it without repair, and with nothing in it that differs from one making to the next:
 * charts name the axes that they have, times are that of the report, entries lie in the order of their names.
 */
export function mendPackage(bytes: Uint8Array, at: string): Uint8Array {
  const files = unzipSync(bytes);
  const renumber = renumbering(Object.keys(files));
  const there = new Set(Object.keys(files).map(renumber));
  const parts = Object.entries(files)
    // Folders have entries of their own, which nobody needs.
    .filter(([name]) => !name.endsWith('/'))
    .map(([name, content]) => [renumber(name), mendPart(name, content, { at, renumber, there })] as const);
  const mended: Zippable = {};
  for (const [name, content] of parts.toSorted(inOrder)) mended[name] = [content, { mtime: ENTRY_TIME }];
  return zipSync(mended, { level: 6, mtime: ENTRY_TIME });
}

const NUMBERED = /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)/g;

/** The library counts charts from the start of the program on; in a deck they count from 1. */
function renumbering(names: readonly string[]): (text: string) => string {
  const numbers = names.flatMap((name) => [...name.matchAll(NUMBERED)].map((found) => Number(found[2])));
  const first = Math.min(...numbers);
  return (text) =>
    text.replace(NUMBERED, (_found, what: string, number: string) => `${what}${Number(number) - first + 1}`);
}

/** Readers look for the list of types first. */
const inOrder = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1);

interface Mending {
  /** ISO. */
  readonly at: string;
  readonly renumber: (text: string) => string;
  /** The names of all parts, as they are after it. */
  readonly there: ReadonlySet<string>;
}

function mendPart(name: string, content: Uint8Array, { at, renumber, there }: Mending): Uint8Array {
  if (name.endsWith('.xlsx')) return mendPackage(content, at);
  if (!/\.(xml|rels)$/.test(name)) return content;
  const xml = renumber(strFromU8(content));
  if (/^ppt\/charts\/chart\d+\.xml$/.test(name)) return strToU8(mendChart(xml));
  if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) return strToU8(mendSlide(xml));
  if (name === '[Content_Types].xml') return strToU8(withoutStrayTypes(xml, there));
  return strToU8(name === 'docProps/core.xml' ? withTime(xml, at) : xml);
}

const withTime = (xml: string, at: string): string =>
  xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${at.replace(/\.\d+Z$/, 'Z')}`);

/** The library gives a table the id of its neighbour, and every page number the same: each shape of a slide gets its own. */
export function mendSlide(xml: string): string {
  let id = 0;
  return xml.replace(/<p:cNvPr id="\d+"/g, () => {
    id += 1;
    return `<p:cNvPr id="${id}"`;
  });
}

/** It also declares one master for each slide, although there is one for all: only parts that exist have a type. */
export function withoutStrayTypes(xml: string, there: ReadonlySet<string>): string {
  return xml.replace(/<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/g, (found, name: string) =>
    there.has(name) ? found : '',
  );
}
