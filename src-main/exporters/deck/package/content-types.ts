import { attributeOf, findAll, NAMES, readXml, XML_HEAD, xmlText } from './xml';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

export const CONTENT_TYPES = {
  slide: `${OFFICE}presentationml.slide+xml`,
  notesSlide: `${OFFICE}presentationml.notesSlide+xml`,
  notesMaster: `${OFFICE}presentationml.notesMaster+xml`,
  chart: `${OFFICE}drawingml.chart+xml`,
  theme: `${OFFICE}theme+xml`,
  presentation: `${OFFICE}presentationml.presentation.main+xml`,
  workbook: `${OFFICE}spreadsheetml.sheet`,
} as const;

/** The types of the parts that are there: the template's for what stays, ours for what is new; a template becomes a presentation. */
export function contentTypes(
  template: string,
  names: readonly string[],
  added: ReadonlyMap<string, string>,
  main: string,
): string {
  const root = readXml(template);
  const defaults = new Map(
    findAll(root, 'Default').map((one) => [
      attributeOf(one, 'Extension')?.toLowerCase() ?? '',
      attributeOf(one, 'ContentType') ?? '',
    ]),
  );
  defaults.set('rels', 'application/vnd.openxmlformats-package.relationships+xml');
  defaults.set('xml', 'application/xml');
  defaults.set('xlsx', CONTENT_TYPES.workbook);
  const overrides = new Map(
    findAll(root, 'Override').map((one) => [
      attributeOf(one, 'PartName')?.slice(1) ?? '',
      attributeOf(one, 'ContentType') ?? '',
    ]),
  );
  for (const [part, type] of added) overrides.set(part, type);
  overrides.set(main, CONTENT_TYPES.presentation);
  const there = new Set(names);
  const used = new Set(names.map((name) => name.split('.').at(-1)?.toLowerCase() ?? ''));
  const lines = [
    ...[...defaults]
      .filter(([extension]) => used.has(extension))
      .map(([extension, type]) => `<Default Extension="${xmlText(extension)}" ContentType="${xmlText(type)}"/>`),
    ...[...overrides]
      .filter(([part]) => there.has(part))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([part, type]) => `<Override PartName="/${xmlText(part)}" ContentType="${xmlText(type)}"/>`),
  ];
  return `${XML_HEAD}<Types xmlns="${NAMES.types}">${lines.join('')}</Types>`;
}
