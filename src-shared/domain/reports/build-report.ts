import type { ReportContent } from './content';
import type { ReportFacts } from './facts';
import type { ReportKit, SectionBuilder } from './kit';
import { createRedactor, type RedactionChoice } from './redactor';
import { attentionSection } from './sections/attention';
import { booksSection } from './sections/books';
import { changesSection } from './sections/changes';
import { costsSection } from './sections/costs';
import { evidenceSection } from './sections/evidence';
import { glanceHeadline, glanceLead, glanceSection } from './sections/glance';
import { healthSection } from './sections/health';
import { levelSection } from './sections/level';
import { methodSection } from './sections/method';
import { optionsSection } from './sections/options';
import { roadmapSection } from './sections/roadmap';
import { sensitivitySection } from './sections/sensitivity';
import { teamSection } from './sections/team';
import { yearsSection } from './sections/years';
import { reportWriter } from './writer';

const SECTIONS: readonly SectionBuilder[] = [
  glanceSection,
  healthSection,
  attentionSection,
  levelSection,
  optionsSection,
  yearsSection,
  teamSection,
  booksSection,
  evidenceSection,
  roadmapSection,
  costsSection,
  sensitivitySection,
  changesSection,
  methodSection,
];

/** Without a plan there are no options, and the costs say so already; years and books are told where a house has asked. */
function isTold(build: SectionBuilder, { investment }: ReportFacts): boolean {
  const asked = investment?.scenario.asked ?? null;
  if (build === optionsSection) return investment !== null;
  if (build === yearsSection) return asked !== null;
  if (build === teamSection) return asked?.team !== undefined;
  if (build === booksSection) return asked?.accounts !== undefined;
  return true;
}

export interface ReportOptions {
  /** BCP 47: how numbers, dates and money are written; the sentences are English. */
  readonly locale: string;
  readonly redact: RedactionChoice;
}

/**
 * The content of deck and PDF: sections with their finding, blocks, and where each number comes from. What is redacted is
 * in none of its texts. The same facts and options give the same content.
 *
 * @throws RangeError where the locale is not well-formed
 */
export function buildReport(facts: ReportFacts, { locale, redact: choice }: ReportOptions): ReportContent {
  const redact = createRedactor(choice, facts.models, facts.people);
  const write = reportWriter({ locale, currency: facts.info.currency, bandMoney: choice.money === true });
  const kit: ReportKit = { facts, write, redact };
  return {
    title: `${facts.info.name}: model portfolio`,
    headline: glanceHeadline(kit),
    subline: glanceLead(kit),
    portfolio: facts.info.name,
    date: write.day(facts.now),
    at: facts.now,
    contentHash: facts.contentHash,
    locale,
    redaction: redact.words,
    sections: SECTIONS.filter((build) => isTold(build, facts)).map((build) => build(kit)),
  };
}
