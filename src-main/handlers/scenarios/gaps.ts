import type { Output } from '#contract/index';
import { planWith, type RoadmapSettings } from '#domain/assessments/planned-roadmap';
import { BUILD_MONTHS } from '#domain/assessments/roadmap';
import { shiftMonth } from '#domain/base/calendar';
import { type GapLine, gapLineId, gapLines } from '#domain/scenarios/plan/gap-lines';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { listAnswers, listFinishedAssessments } from '../../store/assessments/assessments';
import { combinedAnswers, questionsOf, scoreOf } from '../../store/assessments/score';
import type { ReadHandle } from '../../store/journal/handle';

export interface FoundGaps {
  readonly assessment: Output<'scenarios.gaps'>['assessment'];
  readonly reason: string;
  readonly lines: readonly GapLine[];
}

/** What the roadmap of the latest finished assessment (of the whole organisation or, without one, of a unit) would cost the plan. */
export async function findGaps(read: ReadHandle, inputs: InvestmentInputs): Promise<FoundGaps> {
  const [row] = await listFinishedAssessments(read);
  if (!row?.finished_at) {
    return { assessment: null, reason: 'No assessment is finished yet: its gaps would stand here.', lines: [] };
  }
  const score = scoreOf(row, combinedAnswers(await listAnswers(read, row.id)));
  const questions = questionsOf(row);
  const settings: RoadmapSettings = row.roadmap
    ? (JSON.parse(row.roadmap) as RoadmapSettings) // written through the contract's schema
    : { horizonMonths: BUILD_MONTHS.most, start: shiftMonth(row.finished_at.slice(0, 7), 1), edits: [] };
  const roadmap = planWith({ score, questions }, settings);
  const lines = gapLines(score.gaps, roadmap, questions, inputs);
  return {
    assessment: { id: row.id, name: row.name, finishedAt: row.finished_at },
    reason: lines.length === 0 ? `“${row.name}” found no gap towards level ${row.target}.` : '',
    lines,
  };
}

export const isTaken = ({ costLines = [] }: InvestmentInputs, questionId: string): boolean =>
  costLines.some(({ id }) => id === gapLineId(questionId));
