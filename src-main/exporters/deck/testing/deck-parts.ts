import { strFromU8, unzipSync } from 'fflate';
import { found, malformed, type Parts, packageFaults, partsOf } from '../../testing/office-package';
import { orderFaults } from '../../testing/ooxml-order';

const plain = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const numberOf = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);

/** The slides of a deck in their order. */
export const slidesOf = (parts: Parts): string[] =>
  [...parts]
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .toSorted(([a], [b]) => numberOf(a) - numberOf(b))
    .map(([, xml]) => xml);

/** Every text of a part, one after the other. */
export const wordsOf = (xml: string): string =>
  found(xml, /<a:t>([^<]*)<\/a:t>/g)
    .map(plain)
    .join('\n');

/** What stands in the title's place of each slide; '' = it has none. */
export function titlesOf(parts: Parts): string[] {
  return slidesOf(parts).map((xml) => {
    const shape = xml.split('<p:sp>').find((one) => /<p:ph type="(?:title|ctrTitle)"/.test(one));
    return shape === undefined ? '' : wordsOf(shape.split('</p:sp>')[0] ?? '');
  });
}

/** What would make a program ask whether it should repair the deck, or a reader stumble; a line each. */
export function deckFaults(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const slides = slidesOf(parts);
  const titles = titlesOf(parts);
  const own = [...parts].filter(([name]) => /^ppt\/(slides|charts|notesSlides)\/[^/]+\.xml$/.test(name));
  const books = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xlsx'));
  return [
    ...packageFaults(parts),
    ...orderFaults(new Map([...parts].filter(([name]) => !name.endsWith('.xlsx')))),
    ...books.flatMap(([name, book]) =>
      [...packageFaults(partsOf(book)), ...orderFaults(partsOf(book))].map((one) => `${name}: ${one}`),
    ),
    ...own.flatMap(([name, xml]) => [malformed(xml)].flatMap((why) => (why === null ? [] : [`${name}: ${why}`]))),
    ...own.flatMap(([name, xml]) => (/srgbClr|sysClr/.test(xml) ? [`${name} types a colour`] : [])),
    ...own.flatMap(([name, xml]) =>
      found(xml, /typeface="([^+"][^"]*)"/g).map((font) => `${name} types the font ${font}`),
    ),
    ...titles.flatMap((title, at) => (title === '' ? [`slide ${at + 1} has no title`] : [])),
    ...titles.filter((title, at) => titles.indexOf(title) < at).map((title) => `two slides are called ${title}`),
    ...slides.flatMap((xml, at) => slideFaults(xml).map((one) => `slide ${at + 1} ${one}`)),
  ];
}

function slideFaults(xml: string): string[] {
  const ids = found(xml, /<p:cNvPr id="(\d+)"/g);
  const bare = found(xml, /<p:nvGraphicFramePr><p:cNvPr id="\d+" name="([^"]*)" descr=""/g);
  const tables = found(xml, /<a:tblPr([^>]*)>/g).filter((attributes) => !attributes.includes('firstRow="1"'));
  return [
    ...(new Set(ids).size === ids.length ? [] : ['has two shapes of one id']),
    ...(xml.indexOf('type="title"') > xml.indexOf('<p:graphicFrame>') && xml.includes('<p:graphicFrame>')
      ? ['is read before its title']
      : []),
    ...bare.map((name) => `says nothing of ${name}`),
    ...tables.map(() => 'has a table without a head'),
  ];
}

/** All words that a reader sees on the slides of a deck, in its charts too; not what is only said aloud. */
export function allWords(bytes: Uint8Array): string {
  const files = unzipSync(bytes);
  const texts = Object.entries(files)
    .filter(([name]) => /^ppt\/(slides|charts)\/[^/]+\.xml$/.test(name))
    .map(([, content]) => strFromU8(content))
    .flatMap((xml) => [...found(xml, /<a:t>([^<]*)<\/a:t>/g), ...found(xml, /<c:v>([^<]*)<\/c:v>/g)]);
  return plain(texts.join('\n'));
}
