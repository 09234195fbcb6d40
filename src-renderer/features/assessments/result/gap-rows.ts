import { COMPONENT_LABELS, type Component } from '#domain/assessments/components';
import type { Gap } from '#domain/assessments/gap';
import { findQuestion } from '#domain/assessments/questions/question-sets';
import { counted, sayCount, verb } from '#domain/base/wording';
import type { Result } from './result-score';

export interface GapRow {
  readonly id: string;
  readonly topic: string;
  readonly component: Component;
  readonly componentLabel: string;
  /** `1`, `unknown`. */
  readonly have: string;
  readonly need: string;
  readonly short: 1 | 2 | 3;
  readonly gatingLevel: number;
  /** The anchor of the needed answer: what will be true. */
  readonly outcome: string;
  /** The anchor of today's answer; '' = unknown. */
  readonly now: string;
}

/** The gaps in the order of rules.md 4, with what closes each. */
export function gapRows({ score, questions }: Result): GapRow[] {
  return score.gaps.map((gap) => {
    const question = findQuestion(questions, gap.id);
    return {
      id: gap.id,
      topic: question?.topic ?? gap.id,
      component: gap.component,
      componentLabel: COMPONENT_LABELS[gap.component],
      have: gap.have === null ? 'unknown' : String(gap.have),
      need: String(gap.need),
      short: gap.short,
      gatingLevel: gap.gatingLevel,
      outcome: question?.anchors[gap.need] ?? '',
      now: gap.have === null ? '' : (question?.anchors[gap.have] ?? ''),
    };
  });
}

function unknownWords(gaps: readonly Gap[]): string {
  const unknown = gaps.filter(({ have }) => have === null).length;
  if (unknown === 0) return '';
  const count = verb(unknown, 'is unknown and counts', 'are unknown and count');
  return ` ${counted(unknown, 'answer')} ${count} as 0: finding out may close ${verb(unknown, 'its gap', 'some of these gaps')}.`;
}

/** One sentence over all gaps, for the head of the list. */
export function gapsInWords(gaps: readonly Gap[]): string {
  if (gaps.length === 0) return 'Every answer meets its target: there is no gap.';
  const widest = gaps[0]?.short ?? 1;
  const wide = gaps.filter(({ short }) => short === widest).length;
  const atLevel1 = gaps.filter(({ gatingLevel }) => gatingLevel === 1).length;
  const which = gaps.length === 1 ? '' : wide === gaps.length ? 'all ' : `${sayCount(wide)} of them `;
  const first = `${counted(gaps.length, 'answer')} ${verb(gaps.length, 'is', 'are')} below the target, ${which}by ${counted(widest, 'step')}.`;
  const gating =
    atLevel1 > 0 ? ` ${counted(atLevel1, 'gap')} ${verb(atLevel1, 'keeps', 'keep')} you below level 1.` : '';
  return `${first}${gating}${unknownWords(gaps)}`;
}
