import { isRate, UPDATES_CLAIM } from '../../assessments/evidence-updates';
import { findQuestion, questionSet } from '../../assessments/questions/question-sets';
import type { ReportBlock } from '../content';
import type { EvidenceFact } from '../facts';
import { chart, left, type ReportKit, right, type SectionBuilder, source, table, text } from '../kit';

export const evidenceSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { assessment } = facts;
  const base = { id: 'evidence', title: 'Claimed against evidenced' } as const;
  if (assessment === null) {
    return {
      ...base,
      headline: 'Nothing has been claimed yet, so nothing can be held against the portfolio',
      lead: '',
      blocks: [
        text('Not assessed yet', [
          'When an assessment is finished, its answers stand here beside what the rows of the portfolio show.',
        ]),
      ],
      sources: [source('Claims', 'assessments.list', 'finished assessments', 'none')],
    };
  }
  const ranked = rankEvidence(assessment.evidence);
  return {
    ...base,
    headline: write.sentence(assessment.evidenceSummary).replace(/\.$/, ''),
    lead: write.sentence(`No evidence is not a no: there the portfolio cannot know. ${assessment.counted.evidence}`),
    blocks: [
      ...(ranked.some((one) => one.suggests !== null && !isRate(one)) ? [claims(kit, ranked)] : []),
      claimRows(kit, ranked),
    ],
    sources: [
      source(
        'Claimed and evidenced answers',
        'assessments.get',
        'each question that rows can answer is answered a second time from counts of the portfolio',
        `${write.counted(ranked.length, 'question')}, counted when the assessment was finished`,
      ),
    ],
  };
};

/** Contradictions first, then what can be held against rows, then what cannot. */
export function rankEvidence(evidence: readonly EvidenceFact[]): readonly EvidenceFact[] {
  const place = ({ contradiction, suggests }: EvidenceFact): number => (contradiction ? 0 : suggests === null ? 2 : 1);
  return evidence.toSorted((a, b) => place(a) - place(b));
}

const topicOf = ({ facts }: ReportKit, id: string): string => {
  if (id === UPDATES_CLAIM.id) return UPDATES_CLAIM.topic;
  const set = facts.assessment === null ? null : questionSet(facts.assessment.questionVersion);
  return (set && findQuestion(set, id)?.topic) ?? id;
};

/** More pairs of bars than these are too thin to compare. */
const MOST_BARS = 10;

function claims(kit: ReportKit, ranked: readonly EvidenceFact[]): ReportBlock {
  // Updates are a rate a year, not an answer: they stand in the table.
  const shown = ranked.filter((one) => one.suggests !== null && !isRate(one)).slice(0, MOST_BARS);
  const { write } = kit;
  return chart({
    title: 'The answer given and the answer that rows suggest',
    reading: '0 absent, 1 scripts and notebooks, 2 automated, 3 enforced.',
    shape: 'bars',
    categories: shown.map(({ questionId }) => topicOf(kit, questionId)),
    series: [
      { name: 'Claimed', values: shown.map(({ claimed }) => claimed), colour: 'grey' },
      { name: 'Evidenced', values: shown.map(({ suggests }) => suggests), colour: 'accent' },
    ],
    unit: 'answer',
    format: 'count',
    max: 3,
    alt: `Claimed and evidenced: ${shown.map(({ questionId, claimed, suggests }) => `${topicOf(kit, questionId)} ${claimed ?? 'not known'} and ${write.count(suggests ?? 0)}`).join(', ')}.`,
  });
}

/** An answer from 0 to 3, or a rate a year. */
function saidOf({ write }: ReportKit, one: EvidenceFact, value: number | null): string {
  if (value === null) return '–';
  return isRate(one) ? `${write.quantity(value)} a year` : String(value);
}

/** A claim a row, what was said beside what rows suggest. */
export function claimRows(kit: ReportKit, ranked: readonly EvidenceFact[]): ReportBlock {
  const { write } = kit;
  return table({
    title: 'What the rows show',
    reading: 'Claims that the portfolio does not bear out come first.',
    columns: [left('Question', 2.6), right('Said', 0.9), right('Rows', 1), left('What the portfolio shows', 5)],
    rows: ranked.map((one) => [
      topicOf(kit, one.questionId),
      saidOf(kit, one, one.claimed),
      saidOf(kit, one, one.suggests),
      `${one.contradiction ? '▲ ' : ''}${write.sentence(one.words)}`,
    ]),
    noun: ['question', 'questions'],
  });
}
