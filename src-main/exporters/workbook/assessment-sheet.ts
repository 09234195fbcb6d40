import type { Assessment } from '#contract/assessments';
import { COMPONENT_LABELS, COMPONENTS, type Component } from '#domain/assessments/components';
import { EVIDENCE_GRADE_LABELS, needFor } from '#domain/assessments/questions/question';
import { questionSet } from '#domain/assessments/questions/question-sets';
import type { Cell, Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';
import { tableSheet } from './table-sheet';

/** One question with what was answered and what the portfolio's own rows say. */
interface QuestionLine {
  readonly assessment: Assessment;
  readonly id: string;
  readonly component: string;
  readonly question: string;
  readonly need: number;
}

function linesOf(assessment: Assessment): QuestionLine[] {
  const questions = questionSet(assessment.questionVersion)?.questions ?? [];
  return questions.map((question) => ({
    assessment,
    id: question.id,
    component: COMPONENT_LABELS[question.component],
    question: question.question,
    need: needFor(question, assessment.score.components[question.component].target),
  }));
}

function answerCell({ assessment, id }: QuestionLine): Cell {
  const value = assessment.answers[id]?.value ?? 'unknown';
  if (typeof value === 'number') return { value, format: '0' };
  return { value: value === 'unknown' ? 'unknown' : 'does not apply' };
}

/** Short of the need; an unknown answer counts as 0, one that does not apply is short of nothing. */
function shortCell(line: QuestionLine): Cell | null {
  const value = line.assessment.answers[line.id]?.value ?? 'unknown';
  if (value === 'not_applicable') return null;
  return { value: Math.max(0, line.need - (value === 'unknown' ? 0 : value)), format: '0' };
}

/** The answers of the finished assessments, the newest first, held against what the portfolio shows. */
export function assessmentSheet(write: CellWriter, assessments: readonly Assessment[]): Sheet {
  const evidence = ({ assessment, id }: QuestionLine) => assessment.evidence.find((one) => one.questionId === id);
  const grade = ({ assessment, id }: QuestionLine): Cell | null => {
    const found = assessment.answers[id];
    return found ? write.text(EVIDENCE_GRADE_LABELS[found.grade]) : null;
  };
  return tableSheet<QuestionLine>(
    'Assessment',
    [
      { head: 'Question', width: 10, cell: ({ id }) => write.text(id) },
      { head: 'Assessment', width: 28, cell: ({ assessment }) => write.typed(assessment.name) },
      { head: 'Finished', width: 13, cell: ({ assessment }) => write.date(assessment.finishedAt) },
      { head: 'Component', width: 22, cell: ({ component }) => write.text(component) },
      { head: 'What was asked', width: 70, cell: ({ question }) => ({ value: question, look: 'wrap' }) },
      { head: 'Answer (0–3)', width: 14, cell: answerCell },
      { head: 'Needed for the target', width: 12, cell: ({ need }) => write.count(need) },
      { head: 'Short by', width: 9, cell: shortCell },
      { head: 'Evidence for the answer', width: 26, cell: grade },
      { head: 'The portfolio suggests', width: 12, cell: (line) => write.count(evidence(line)?.suggests ?? null) },
      {
        head: 'What the portfolio shows',
        width: 60,
        cell: (line) => {
          const words = write.text(write.sentence(evidence(line)?.words ?? ''));
          return words && { ...words, look: 'wrap' };
        },
      },
    ],
    assessments.flatMap(linesOf),
  );
}

/** The result of each assessment by component. */
export function maturitySheet(write: CellWriter, assessments: readonly Assessment[]): Sheet {
  type Line = readonly [assessment: Assessment, component: Component];
  const lines = assessments.flatMap((assessment) => COMPONENTS.map((component): Line => [assessment, component]));
  const score = ([assessment, component]: Line) => assessment.score.components[component];
  return tableSheet<Line>(
    'Maturity',
    [
      { head: 'Component', width: 24, cell: ([, component]) => write.text(COMPONENT_LABELS[component]) },
      { head: 'Assessment', width: 28, cell: ([assessment]) => write.typed(assessment.name) },
      { head: 'Finished', width: 13, cell: ([assessment]) => write.date(assessment.finishedAt) },
      { head: 'Mean (0–3)', width: 11, cell: (line) => write.precise(score(line).mean) },
      { head: 'Level held', width: 10, cell: (line) => write.count(score(line).level) },
      { head: 'Level aimed at', width: 10, cell: (line) => write.count(score(line).target) },
      { head: 'Of the target', width: 10, cell: (line) => write.share(score(line).percentToTarget) },
      { head: 'Confidence', width: 11, cell: (line) => write.share(score(line).confidence) },
      { head: 'Questions answered', width: 12, cell: (line) => write.count(score(line).answered) },
      { head: 'Gaps', width: 8, cell: (line) => write.count(score(line).gaps.length) },
    ],
    lines,
  );
}
