import { verb } from '../../base/wording';
import type { ReportBlock, ReportSection } from '../content';
import { type ReportKit, source } from '../kit';
import { claimRows, rankEvidence } from '../sections/evidence';
import { componentChart } from '../sections/level';
import { proposedOf } from './option-words';

/** Which level is held, what stands before the one that is asked for, and what of it is borne out by rows. */
export function maturitySection(kit: ReportKit): ReportSection | null {
  const { facts, write } = kit;
  const { assessment } = facts;
  if (assessment === null) return null;
  const level = wantedLevel(kit);
  const { gaps } = assessment.score;
  const before = gaps.filter(({ gatingLevel }) => gatingLevel <= level).length;
  const contradicted = assessment.evidence.filter(({ contradiction }) => contradiction);
  const checked = assessment.evidence.filter(({ suggests }) => suggests !== null).length;
  const held = assessment.overallLevel === 0 ? 'below level 1' : `at level ${write.count(assessment.overallLevel)}`;
  const who = assessment.unit === '' ? 'The organisation' : 'The unit assessed';
  const claims =
    contradicted.length === 0
      ? ''
      : `, and ${write.counted(contradicted.length, 'claim')} ${verb(contradicted.length, 'does', 'do')} not hold in the rows`;
  return {
    id: 'maturity',
    title: 'The level that is held',
    headline: `${who} works ${held}; ${write.count(before)} of ${write.counted(gaps.length, 'gap')} ${verb(before, 'stands', 'stand')} before level ${level}${claims}`,
    lead: write.sentence(assessment.counted.evidence),
    blocks: [
      componentChart(kit),
      ...(contradicted.length === 0 ? borneOut(kit, checked) : [claimRows(kit, rankEvidence(contradicted))]),
    ],
    sources: [
      source(
        'Level held',
        'assessments.get',
        'the highest level whose needs every answer of a component meets; overall = the lowest of the six',
        write.percent(assessment.score.answered),
      ),
      source(
        'Claims and rows',
        'assessments.get',
        'each question that rows can answer is answered a second time from counts of the portfolio',
        write.counted(checked, 'question'),
      ),
    ],
  };
}

/** The level that is asked for; without a plan the one that the assessment aims at. */
export function wantedLevel({ facts }: ReportKit): number {
  const proposed = facts.investment === null ? null : proposedOf(facts.investment);
  return proposed === null ? (facts.assessment?.target ?? 3) : Number(proposed[0].slice(1));
}

function borneOut({ write }: ReportKit, checked: number): ReportBlock[] {
  const words =
    checked === 0
      ? 'No answer could be held against rows of the portfolio: that is no doubt, and no proof.'
      : `The portfolio bears out all of the ${write.counted(checked, 'answer')} that can be held against it.`;
  return [{ kind: 'text', title: 'Claims and rows', paragraphs: [words] }];
}
