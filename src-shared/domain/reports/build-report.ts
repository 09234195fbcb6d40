import type { ReportContent, ReportSection } from './content';
import type { ReportFacts } from './facts';
import type { ReportKit } from './kit';
import { createRedactor, type RedactionChoice } from './redactor';
import { attentionSection } from './sections/attention';
import { booksSection } from './sections/books';
import { changesSection } from './sections/changes';
import { costsSection } from './sections/costs';
import { evidenceSection } from './sections/evidence';
import { glanceHeadline, glanceLead, glanceSection } from './sections/glance';
import { boardGovernance, governanceSection } from './sections/governance';
import { healthSection } from './sections/health';
import { levelSection } from './sections/level';
import { methodSection } from './sections/method';
import { optionsSection } from './sections/options';
import { withRiskAdjusted } from './sections/risk-adjusted';
import { roadmapSection } from './sections/roadmap';
import { sensitivitySection } from './sections/sensitivity';
import { teamSection } from './sections/team';
import { yearsSection } from './sections/years';
import { decisionSection } from './story/decision';
import { estateSection } from './story/estate';
import { incidentsSection } from './story/incidents';
import { mattersSection } from './story/matters';
import { maturitySection } from './story/maturity';
import { boardMethod } from './story/method';
import { modelsSection } from './story/models';
import { boardOptions } from './story/options';
import { boardRoadmap } from './story/roadmap';
import { stateSection } from './story/state';
import { unsharedWords } from './unshared-words';
import { reportWriter } from './writer';

type Builder = (kit: ReportKit) => ReportSection | null;

/** Years, team and books are told where a house has asked. */
const askedOf = ({ facts }: ReportKit) => facts.investment?.scenario.asked ?? null;

/** A paper that is decided upon: the answer first, one message a section, what is missing said once, in the method. */
const BOARD: readonly Builder[] = [
  decisionSection,
  boardOptions,
  (kit) => (kit.facts.investment === null ? estateSection(kit) : null),
  stateSection,
  incidentsSection,
  boardGovernance,
  maturitySection,
  (kit) => (kit.facts.investment === null ? null : { ...sensitivitySection(kit), id: 'beliefs' }),
  boardRoadmap,
  (kit) => (kit.facts.investment === null && kit.facts.assessment === null ? mattersSection(kit) : null),
  boardMethod,
];

/** Everything, for whoever works with it; a section that has nothing to tell is left out. */
const STEERING: readonly Builder[] = [
  decisionSection,
  (kit) => (kit.facts.investment === null ? null : withRiskAdjusted(kit, optionsSection(kit))),
  (kit) => (kit.facts.summary.models === 0 && kit.facts.summary.size.basis === 'none' ? null : glanceSection(kit)),
  (kit) => (kit.facts.summary.inProduction === 0 && kit.facts.incidents.total === 0 ? null : healthSection(kit)),
  (kit) =>
    kit.facts.summary.attention.length === 0 && kit.facts.drift.models.length === 0 ? null : attentionSection(kit),
  governanceSection,
  (kit) =>
    kit.facts.summary.recommendation.level === null && kit.facts.assessment === null ? null : levelSection(kit),
  (kit) => (askedOf(kit) === null ? null : yearsSection(kit)),
  (kit) => (askedOf(kit)?.team === undefined ? null : teamSection(kit)),
  (kit) => (askedOf(kit)?.accounts === undefined ? null : booksSection(kit)),
  (kit) => (kit.facts.assessment === null ? null : evidenceSection(kit)),
  (kit) => (kit.facts.assessment === null ? null : roadmapSection(kit)),
  (kit) => (kit.facts.investment === null ? null : costsSection(kit)),
  (kit) => (kit.facts.investment === null ? null : sensitivitySection(kit)),
  (kit) => (kit.facts.earlierDeck === null ? null : changesSection(kit)),
  (kit) => (kit.facts.investment === null ? null : methodSection(kit)),
  (kit) => {
    const parts = boardMethod(kit);
    return kit.facts.investment === null ? parts : { ...parts, id: 'method', headline: PARTS_HEADLINE };
  },
];

const PARTS_HEADLINE = 'Every part is computed from the portfolio, and says how sure it is';

/** For whom a report is: `board` decides in eight slides or so, `steering` works with all of it. */
export const LENGTHS = ['board', 'steering'] as const;
export type ReportLength = (typeof LENGTHS)[number];

export interface ReportOptions {
  /** BCP 47: how numbers, dates and money are written; the sentences are English. */
  readonly locale: string;
  readonly redact: RedactionChoice;
  readonly length: ReportLength;
  /** Also a list of all models at the end. */
  readonly models: boolean;
}

/**
 * The content of deck and PDF: sections with their finding, blocks, and where each number comes from. What is redacted is
 * in none of its texts. The same facts and options give the same content.
 *
 * @throws RangeError where the locale is not well-formed
 */
export function buildReport(
  facts: ReportFacts,
  { locale, redact: choice, length, models }: ReportOptions,
): ReportContent {
  const redact = createRedactor(choice, facts.models);
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
    unshared: unsharedWords(facts.unshared ?? 0, write.counted),
    locale,
    redaction: redact.words,
    sections: [...(length === 'board' ? BOARD : STEERING), ...(models ? [modelsSection] : [])].flatMap(
      (build) => build(kit) ?? [],
    ),
  };
}
