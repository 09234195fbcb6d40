import { strToU8 } from 'fflate';
import type { ReportContent, ReportSection } from '#domain/reports/content';
import { ownTemplate } from '../../../resources/deck/own-template';
import { laySection } from './layout/lay-section';
import { heightOf } from './layout/measure';
import type { Page, Setting } from './layout/page';
import { layWithin } from './layout/within';
import type { Logo } from './slide/logo';
import { type ChosenLayouts, chooseLayouts, type Stages } from './template/choose-layouts';
import { withLogo } from './template/place-logo';
import { readTemplate, type Template } from './template/template';

/** In whose dress the deck is, and what it bears besides its content. */
export interface DeckDress {
  /** Left out: our own. */
  readonly template?: Template | undefined;
  /** At the foot of each slide: `Confidential, for the board`; '' = none. */
  readonly confidentiality?: string | undefined;
  readonly cover?: boolean | undefined;
  /** Who the deck is from; '' = nobody is named. */
  readonly company?: string | undefined;
  readonly logo?: Logo | undefined;
  /** Layouts that somebody chose; the others are guessed. */
  readonly layouts?: ChosenLayouts | undefined;
  /** Slides at most, without a list of all models; left out: as many as it takes. */
  readonly most?: number | undefined;
}

/** A deck before it is written: every slide with what stands where. */
export interface PlannedDeck {
  readonly template: Template;
  readonly setting: Setting;
  readonly pages: readonly Page[];
  /** The sections as they are shown. */
  readonly sections: readonly ReportSection[];
  /** The template has less room than was asked for: something is left out, and said. */
  readonly shortened: boolean;
}

/** A client's font may be a wider one than is measured, or be missing where the slide is opened. */
const RESERVE = { own: 1, client: 1.12 } as const;

export function ownLook(): Template {
  const parts = new Map([...ownTemplate].map(([name, text]) => [name, strToU8(text)] as const));
  return readTemplate(parts, 'Modelfolio', true);
}

/** The sentences are English; of the locale only the region is the reader's. */
function englishIn(locale: string): string {
  const { language, region } = new Intl.Locale(locale);
  return language === 'en' && region !== undefined ? `en-${region}` : 'en-GB';
}

/** Lays the content on slides; `progress` with each section. */
export function planDeck(
  content: ReportContent,
  dress: DeckDress,
  progress: (done: number, total: number) => void = () => {},
): PlannedDeck {
  const template = dress.template ?? ownLook();
  const stages = bearing(chooseLayouts(template, dress.layouts), dress.logo, template);
  const setting: Setting = {
    scale: template.scale,
    lang: englishIn(content.locale),
    measure: { reserve: template.own ? RESERVE.own : RESERVE.client },
  };
  const pages: Page[] = dress.cover === false ? [] : [coverPage(content, dress, stages, setting)];
  const marks = [dress.confidentiality ?? '', dress.company ?? ''].filter((mark) => mark !== '');
  const signedOnes = signed(content, marks, stages);
  const told = signedOnes.map((section, index) => ownHeadline(section, signedOnes.slice(0, index)));
  const sections: ReportSection[] = [];
  let rest: readonly ReportSection[] = told;
  let shortened = false;
  if (dress.most !== undefined) {
    const paper = told.filter(({ id }) => id !== 'models');
    rest = told.filter(({ id }) => id === 'models');
    // What is owed to authorities and auditors takes the place of nothing else.
    const most = dress.most + (paper.some(({ id }) => id === 'governance') ? 1 : 0);
    for (const shown of layWithin(content, paper, stages, setting, most - pages.length)) {
      pages.push(...shown.pages);
      sections.push(shown.section);
      shortened ||= shown.left.length > 0;
    }
  }
  const total = told.length + 1;
  for (const section of rest) {
    progress(sections.length + 1, total);
    pages.push(...laySection(content, section, stages, setting));
    sections.push(section);
  }
  return { template, setting, pages, sections, shortened };
}

/** Layouts that bear the logo. */
function bearing(stages: Stages, logo: Logo | undefined, template: Template): Stages {
  if (!logo) return stages;
  const { cover, chart, table, text } = stages;
  const one = (stage: Stages['cover']) => withLogo(stage, logo, template);
  return { cover: one(cover), chart: one(chart), table: one(table), text: one(text) };
}

/** Where a layout has no foot, what would stand there is said at the end. */
function signed(
  { sections, portfolio, date, unshared = '' }: ReportContent,
  marks: readonly string[],
  stages: Stages,
): readonly ReportSection[] {
  const footed = [stages.chart, stages.table, stages.text].every(({ layout }) =>
    layout.places.some(({ type }) => type === 'ftr'),
  );
  const last = sections.at(-1);
  if (footed || !last) return sections;
  const words = [...marks, portfolio, date, unshared].filter((part) => part !== '').join('  ·  ');
  return [
    ...sections.slice(0, -1),
    { ...last, blocks: [...last.blocks, { kind: 'text', title: '', paragraphs: [words] }] },
  ];
}

/** Where one sentence is the finding of two sections (a sum is not to be quoted), the second says what it is about. */
function ownHeadline(section: ReportSection, before: readonly ReportSection[]): ReportSection {
  if (before.every(({ headline }) => headline !== section.headline)) return section;
  return { ...section, headline: `${section.title}: ${section.headline}` };
}

const COVER = { most: 34, least: 14, lead: 16, leastLead: 9 } as const;

function coverPage(content: ReportContent, dress: DeckDress, { cover }: Stages, setting: Setting): Page {
  const { scale, measure } = setting;
  const fitted = (
    text: string,
    sizes: { most: number; least: number },
    box: { w: number; h: number },
  ): number | null => {
    for (let size = sizes.most * scale; size >= sizes.least * scale; size -= 1)
      if (heightOf({ text, size, bold: true }, box.w - 0.2, measure) <= box.h) return size;
    return sizes.least * scale;
  };
  const who = [dress.company ?? '', content.date, content.unshared ?? ''].filter((part) => part !== '').join('  ·  ');
  const words = [`${content.headline}.`, content.subline, who, dress.confidentiality ?? '', content.redaction].filter(
    (text) => text !== '',
  );
  const place =
    cover.layout.places.find(({ type, box }) => ['subTitle', 'body', 'obj'].includes(type) && box !== null) ?? null;
  const box = place?.box ?? cover.body;
  const text = words.join('\n');
  return {
    stage: { ...cover, lead: place },
    title: content.title,
    titleSize: fitted(content.title, COVER, cover.titleBox),
    lead: { text, size: fitted(text, { most: COVER.lead, least: COVER.leastLead }, box) ?? COVER.lead, box },
    items: [],
    notes:
      `${content.headline}. ${content.subline}\n\nMade from the portfolio file on ${content.date}${content.unshared ? `, with ${content.unshared}` : ''}. The content hash is that of the newest journal entry that is not about reports: two reports that name the same one say the same.\n${content.contentHash}\n${content.redaction}`.trim(),
  };
}
