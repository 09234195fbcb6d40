import { strFromU8 } from 'fflate';
import { notesMasterXml, notesXml } from '../slide/notes';
import type { Logo } from '../slide/logo';
import { type DrawnSlide, LOGO_ID } from '../slide/slide-xml';
import type { Template } from '../template/template';
import { CONTENT_TYPES, contentTypes } from './content-types';
import { documentProperties, type Properties } from './properties';
import {
  inside,
  isOf,
  type PackageParts,
  partOf,
  type Relationship,
  readRelationships,
  relationshipsOf,
  writeRelationships,
} from './relationships';
import { NAMES, relationOf } from './xml';
import { type PartContent, zipParts } from './zip-parts';

/** Of the template's package only its document and what it needs stays: no thumbnail, add-in, label or property of it. */
const LEFT_BEHIND = [
  'slide',
  'vbaProject',
  'commentAuthors',
  'authors',
  'printerSettings',
  'tags',
  'customXml',
  'viewProps',
  'revisionInfo',
  'sectionList',
] as const;

/** What of the presentation stays, in the order that the schema has; lists that name slides of the template go. */
const BEFORE_SLIDES = ['handoutMasterIdLst'] as const;
const AFTER_SLIDES = ['sldSz', 'notesSz', 'embeddedFontLst', 'kinsoku', 'defaultTextStyle'] as const;

interface Assembly {
  readonly parts: Map<string, PartContent>;
  readonly types: Map<string, string>;
  readonly main: Relationship[];
  /** The next free number of a relationship of the presentation; those that are there keep theirs. */
  next: number;
}

/** Our slides in the template's own package; what cannot be reached from them is gone. */
export function writePackage(
  template: Template,
  slides: readonly DrawnSlide[],
  properties: Properties,
  lang: string,
  logo?: Logo | undefined,
): Uint8Array {
  const { parts: given, main } = template;
  const kept = template.relationships.filter((one) => !one.external && !LEFT_BEHIND.some((what) => isOf(one, what)));
  const numbers = template.relationships.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  const all: Assembly = {
    parts: new Map(given),
    types: new Map(),
    main: [...kept],
    next: Math.max(0, ...numbers) + 1,
  };
  const folder = main.replace(/[^/]*$/, '');
  const notesMaster = addNotesMaster(all, template, slides[0], folder);
  const ids = addSlides(all, slides, { folder, notesMaster, lang, logo: addLogo(all, logo, folder) });
  all.parts.set(main, presentationXml(template, all, ids));
  all.parts.set(relationshipsOf(main), writeRelationships(all.main));
  const core = 'docProps/core.xml';
  const app = 'docProps/app.xml';
  for (const name of [...all.parts.keys()]) if (name.startsWith('docProps/')) all.parts.delete(name);
  for (const [part, { xml, type }] of Object.entries(documentProperties(properties, slides.length, { core, app }))) {
    all.parts.set(part, xml);
    all.types.set(part, type);
  }
  all.parts.set(
    '_rels/.rels',
    writeRelationships([
      inside('rId1', 'officeDocument', main),
      { ...inside('rId2', '', core), type: `${NAMES.packageRelationships}/metadata/core-properties` },
      inside('rId3', 'extended-properties', app),
    ]),
  );
  const reached = new Map(
    [...reachable(all.parts)].map((name) => [name, withoutCalls(given, all.parts, name)] as const),
  );
  reached.set(
    '[Content_Types].xml',
    contentTypes(strFromU8(given.get('[Content_Types].xml') ?? new Uint8Array()), [...reached.keys()], all.types, main),
  );
  return zipParts(reached);
}

function addNotesMaster(all: Assembly, template: Template, first: DrawnSlide | undefined, folder: string): string {
  const there = all.main.find((one) => isOf(one, 'notesMaster'));
  if (there) return partOf(template.main, there);
  const part = `${folder}notesMasters/notesMaster1.xml`;
  // A master shares its theme with no other: PowerPoint repairs a file in which it does.
  const theme = `${folder}theme/themeNotes.xml`;
  const source =
    template.layouts.find((layout) => layout.part === first?.layout)?.theme ?? template.layouts[0]?.theme ?? '';
  all.parts.set(theme, template.parts.get(source) ?? '');
  const themeRelationships = template.parts.get(relationshipsOf(source));
  if (themeRelationships) all.parts.set(relationshipsOf(theme), themeRelationships);
  all.types.set(theme, CONTENT_TYPES.theme);
  all.parts.set(part, notesMasterXml());
  all.types.set(part, CONTENT_TYPES.notesMaster);
  all.parts.set(relationshipsOf(part), writeRelationships([inside('rId1', 'theme', theme)]));
  all.main.push(inside(`rId${all.next}`, 'notesMaster', part));
  all.next += 1;
  return part;
}

/** One part for all slides. */
function addLogo(all: Assembly, logo: Logo | undefined, folder: string): string | null {
  if (!logo) return null;
  const part = `${folder}media/reportLogo.${logo.ending}`;
  all.parts.set(part, logo.bytes);
  all.types.set(part, `image/${logo.ending}`);
  return part;
}

interface Place {
  /** The part of the logo; `null`: slides bear none. */
  readonly logo: string | null;
  readonly folder: string;
  readonly notesMaster: string;
  readonly lang: string;
}

/** The slides of the template go, so that their usual names are free; charts of its layouts stay, and ours count on from them. */
function addSlides(all: Assembly, slides: readonly DrawnSlide[], { folder, notesMaster, lang, logo }: Place): string[] {
  const numbers = [...all.parts.keys()].map((name) =>
    Number(/(?:chart|Sheet)(\d+)\.(?:xml|xlsx)$/.exec(name)?.[1] ?? 0),
  );
  let chart = Math.max(0, ...numbers);
  return slides.map((slide, at) => {
    const part = `${folder}slides/slide${at + 1}.xml`;
    const notes = `${folder}notesSlides/notesSlide${at + 1}.xml`;
    const own = [inside('rId1', 'slideLayout', slide.layout), inside('rId2', 'notesSlide', notes)];
    if (slide.logo && logo !== null) own.push(inside(LOGO_ID, 'image', logo));
    for (const { id, xml, book } of slide.charts) {
      chart += 1;
      const [chartPart, bookPart] = [
        `${folder}charts/chart${chart}.xml`,
        `${folder}embeddings/Microsoft_Excel_Sheet${chart}.xlsx`,
      ];
      all.parts.set(chartPart, xml);
      all.types.set(chartPart, CONTENT_TYPES.chart);
      all.parts.set(bookPart, book);
      all.parts.set(relationshipsOf(chartPart), writeRelationships([inside('rId1', 'package', bookPart)]));
      own.push(inside(id, 'chart', chartPart));
    }
    all.parts.set(part, slide.xml);
    all.types.set(part, CONTENT_TYPES.slide);
    all.parts.set(relationshipsOf(part), writeRelationships(own));
    all.parts.set(notes, notesXml(slide.notes, lang));
    all.types.set(notes, CONTENT_TYPES.notesSlide);
    all.parts.set(
      relationshipsOf(notes),
      writeRelationships([inside('rId1', 'notesMaster', notesMaster), inside('rId2', 'slide', part)]),
    );
    const id = `rId${all.next}`;
    all.next += 1;
    all.main.push(inside(id, 'slide', part));
    return id;
  });
}

/** The presentation anew, of what it says itself: the schema fixes the order of its lists. */
function presentationXml({ presentation }: Template, all: Assembly, ids: readonly string[]): string {
  const open = /^<[^>]*>/.exec(presentation.raw)?.[0] ?? '';
  const prefix = /^<([\w.-]+:)?/.exec(open)?.[1] ?? '';
  const r = /xmlns:([\w.-]+)="[^"]*officeDocument\/(?:2006\/)?relationships"/.exec(open)?.[1] ?? 'r';
  const raw = (name: string): string => presentation.children.find((child) => child.name === name)?.raw ?? '';
  const known = new Set(all.main.map(({ id }) => id));
  const own = presentation.children.find(({ name }) => name === 'notesMasterIdLst');
  const named = own?.children.find((child) => known.has(relationOf(child) ?? ''));
  const master = all.main.find((one) => isOf(one, 'notesMaster'));
  const notes = named
    ? (own?.raw ?? '')
    : `<${prefix}notesMasterIdLst><${prefix}notesMasterId ${r}:id="${master?.id ?? ''}"/></${prefix}notesMasterIdLst>`;
  const list = ids.map((id, at) => `<${prefix}sldId id="${256 + at}" ${r}:id="${id}"/>`).join('');
  const size = raw('sldSz').replace(/\s+type="[^"]*"/, '');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    open.replace(/\/>$/, '>'),
    raw('sldMasterIdLst'),
    notes,
    ...BEFORE_SLIDES.map(raw),
    `<${prefix}sldIdLst>${list}</${prefix}sldIdLst>`,
    size,
    ...AFTER_SLIDES.slice(1).map(raw),
    `</${prefix}presentation>`,
  ].join('');
}

function reachable(parts: ReadonlyMap<string, PartContent>): Set<string> {
  const lists = [...parts].filter(([name]) => name.endsWith('.rels'));
  const bytes = new Map(
    lists.map(
      ([name, content]) => [name, typeof content === 'string' ? new TextEncoder().encode(content) : content] as const,
    ),
  );
  const seen = new Set(['_rels/.rels']);
  const open = readRelationships(bytes, '').map((one) => partOf('', one));
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (seen.has(part) || !parts.has(part)) continue;
    seen.add(part);
    if (!parts.has(relationshipsOf(part))) continue;
    seen.add(relationshipsOf(part));
    for (const one of readRelationships(bytes, part)) if (!one.external) open.push(partOf(part, one));
  }
  return seen;
}

/** What a master or layout would fetch from elsewhere when the deck is opened is taken out; links that a reader follows stay. */
function withoutCalls(given: PackageParts, parts: ReadonlyMap<string, PartContent>, name: string): PartContent {
  const content = parts.get(name) ?? '';
  if (content !== given.get(name) || !/\.(xml|rels)$/.test(name)) return content;
  const owner = name.endsWith('.rels') ? name.replace(/_rels\/([^/]*)\.rels$/, '$1') : name;
  const list = readRelationships(given, owner);
  const calls = list.filter((one) => one.external && !isOf(one, 'hyperlink'));
  if (calls.length === 0) return content;
  if (owner !== name) return writeRelationships(list.filter((one) => !calls.includes(one)));
  const ids = new Set(calls.map(({ id }) => id));
  const text = strFromU8(given.get(name) ?? new Uint8Array());
  return text.replace(/\s[\w.-]+:(?:id|link|embed|pict)="([^"]*)"/g, (found, id: string) => (ids.has(id) ? '' : found));
}
