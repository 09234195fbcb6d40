import { createHash } from 'node:crypto';
import type { ReportContent, ReportSection, SourceNote } from '#domain/reports/content';
import { xmlText } from '../xlsx/xml-text';
import { blocksHtml, tableHtml } from './blocks-html';
import { type PaperSize, reportStyle } from './style';

/** What a report bears besides its content. */
export interface ReportDress {
  readonly paper: PaperSize;
  /** On each page: `Confidential, for the board`; '' = none. */
  readonly line: string;
  /** On which page each section begins, as `anchorsOf` lists them; left out: nobody knows, or it is read on a screen. */
  readonly pages?: readonly number[] | undefined;
}

const CONTENTS = 'Contents';
const SOURCES = 'Where the numbers come from';

/** The sentences are English; of the locale only the region is the reader's. */
export function englishIn(locale: string): string {
  const { language, region } = new Intl.Locale(locale);
  return language === 'en' && region !== undefined ? `en-${region}` : 'en';
}

/** A whole document that needs nothing else: no script, no network. Whatever a text of the portfolio may hold, nothing runs. */
export function documentHtml({
  lang,
  title,
  style,
  body,
}: Readonly<Record<'lang' | 'title' | 'style' | 'body', string>>): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return [
    `<!doctype html><html lang="${xmlText(lang)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">',
    `<title>${xmlText(title)}</title><style>${style}</style></head><body>${body}</body></html>`,
  ].join('\n');
}

interface NumberedSource {
  readonly number: number;
  readonly source: SourceNote;
  /** Parts whose numbers it gives; a reader is led back to the first. */
  readonly sections: readonly ReportSection[];
}

/** A source that several parts name has one number. */
function numbered(sections: readonly ReportSection[]): NumberedSource[] {
  const found = new Map<string, { source: SourceNote; sections: ReportSection[] }>();
  for (const section of sections) {
    for (const source of section.sources) {
      const key = JSON.stringify([source.what, source.channel, source.formula, source.rows]);
      const known = found.get(key);
      if (known) known.sections.push(section);
      else found.set(key, { source, sections: [section] });
    }
  }
  return [...found.values()].map((one, at) => ({ ...one, number: at + 1 }));
}

/** What a reader looks something up in stands behind the sources. */
const isAppendix = ({ id }: ReportSection): boolean => id === 'models';

/** The parts that the contents name, in their order, and where each of them begins. */
function partsOf({ sections }: ReportContent): readonly { readonly title: string; readonly anchor: string }[] {
  const named = (list: readonly ReportSection[]) => list.map(({ id, headline }) => ({ title: headline, anchor: id }));
  return [
    ...named(sections.filter((section) => !isAppendix(section))),
    ...(numbered(sections).length === 0 ? [] : [{ title: SOURCES, anchor: 'sources' }]),
    ...named(sections.filter(isAppendix)),
  ];
}

/** Where each part begins that the contents name. */
export const anchorsOf = (content: ReportContent): string[] => partsOf(content).map(({ anchor }) => anchor);

/** So many rows of a long list tell where it begins, and nothing stands behind it. */
const LAID_OUT = 60;

/** The content as far as it decides on which pages its parts begin. */
export const laidOut = (content: ReportContent): ReportContent => ({
  ...content,
  sections: content.sections.map((section) =>
    isAppendix(section)
      ? {
          ...section,
          blocks: section.blocks.map((block) =>
            block.kind === 'table' ? { ...block, rows: block.rows.slice(0, LAID_OUT) } : block,
          ),
        }
      : section,
  ),
});

/** What can be linked to, with its words. */
export function placesOf({ sections }: ReportContent): ReadonlyMap<string, string> {
  return new Map([
    ...sections.map(({ id, headline }) => [id, headline] as const),
    ['sources', SOURCES],
    ...numbered(sections).map(
      ({ number, source: { what } }) => [`source-${number}`, `source ${number}, ${what}`] as const,
    ),
  ]);
}

/** Every heading as it is written, for the bookmarks. */
export const headingsOf = (content: ReportContent): string[] => [
  content.title,
  ...(hasContents(content) ? [CONTENTS] : []),
  ...partsOf(content).map(({ title }) => title),
  ...content.sections.flatMap(({ blocks }) => blocks.flatMap((block) => ('title' in block ? [block.title] : []))),
];

/**
 * The report as one page of HTML: read on a screen, in the reader's scheme, or printed. Headings and tables are what they
 * are, so that a printed PDF is tagged with them; every section leads to its sources and back.
 */
export function reportHtml(content: ReportContent, { paper, line, pages }: ReportDress): string {
  const { title, headline, subline, portfolio, date, contentHash, redaction, locale, sections } = content;
  const unshared = content.unshared ?? '';
  const foot = [portfolio, date, unshared, line || contentHash.slice(0, 12)].filter((part) => part !== '').join(' · ');
  const sources = numbered(sections);
  const about = [portfolio, date, unshared, line, `content ${contentHash.slice(0, 16)}`].filter((part) => part !== '');
  const body = [
    '<a class="skip" href="#main">To the report</a><div class="sheet">',
    `<header><h1>${xmlText(title)}</h1><p class="headline">${xmlText(headline)}</p>`,
    subline === '' ? '' : `<p>${xmlText(subline)}</p>`,
    `<p class="muted">${xmlText(about.join(' · '))}</p>`,
    redaction === '' ? '' : `<p class="muted">${xmlText(redaction)}</p>`,
    '</header>',
    hasContents(content) ? contentsHtml(content, pages) : '',
    '<main id="main">',
    ...sections.filter((section) => !isAppendix(section)).map((section) => sectionHtml(section, sources, locale)),
    sources.length === 0 ? '' : sourcesHtml(sources),
    ...sections.filter(isAppendix).map((section) => sectionHtml(section, sources, locale)),
    '</main></div>',
  ].join('\n');
  return documentHtml({ lang: englishIn(locale), title, style: reportStyle(paper, foot), body });
}

/** A paper of a page or two is not looked up in. */
export const hasContents = ({ sections }: ReportContent): boolean => sections.length > 2;

function contentsHtml(content: ReportContent, pages: readonly number[] | undefined): string {
  const lines = partsOf(content).map(
    ({ title, anchor }, at) =>
      `<p><a href="#${anchor}">${xmlText(title)}</a>${pages === undefined ? '' : `<span class="page">${pages[at] ?? ''}</span>`}</p>`,
  );
  return `<nav class="contents" aria-label="${CONTENTS}"><h2>${CONTENTS}</h2>${lines.join('')}</nav>`;
}

function sectionHtml(section: ReportSection, sources: readonly NumberedSource[], locale: string): string {
  const { id, title, headline, lead, blocks } = section;
  const own = sources.filter((one) => one.sections.includes(section));
  const links = own.map(({ number, source: { what } }) => `<a href="#source-${number}">${number} ${xmlText(what)}</a>`);
  return [
    `<section id="${id}"><div class="start">`,
    `<p class="topic">${xmlText(title)}</p><h2>${xmlText(headline)}</h2>`,
    lead === '' ? '' : `<p>${xmlText(lead)}</p>`,
    '</div>',
    blocksHtml(blocks, locale),
    links.length === 0 ? '' : `<p class="source">Sources: ${links.join(', ')}</p>`,
    '</section>',
  ].join('\n');
}

/** What each number was computed from, and the channel that answers it, so that it can be asked again. */
function sourcesHtml(sources: readonly NumberedSource[]): string {
  const left = (title: string, weight: number) => ({ title, align: 'left', weight }) as const;
  const table = tableHtml({
    kind: 'table',
    title: '',
    reading: '',
    columns: [left('No.', 0.8), left('What', 3), left('How it is made', 6), left('From', 3.6), left('Asked with', 2.4)],
    rows: sources.map(({ number, source: { what, formula, rows, channel } }) => [
      String(number),
      what,
      formula,
      rows,
      channel,
    ]),
    noun: ['source', 'sources'],
  });
  // Each row can be led to, and leads back.
  let at = 0;
  const anchored = table.replaceAll(/<th scope="row">(\d+)<\/th>/g, (found, number: string) => {
    const first = sources[at]?.sections[0];
    at += 1;
    return first ? `<th scope="row" id="source-${number}"><a href="#${first.id}">${number}</a></th>` : found;
  });
  return `<section id="sources"><div class="start"><p class="topic">Sources</p><h2>${SOURCES}</h2><p>Each number leads back to its part. What stands under “Asked with” is the channel of the command line that answers it again.</p></div><div class="block">${anchored}</div></section>`;
}
