import type { Assessment, AssessmentHead } from '#contract/assessments';
import type { Settings } from '#contract/portfolio/settings';
import { type Answers, choiceOf } from '#domain/assessments/answer';
import { COMPONENTS } from '#domain/assessments/components';
import { type CountedDays, type CountedSize, countedDays } from '#domain/assessments/counted-days';
import { demandLoad, type ModelDemand } from '#domain/assessments/demand-load';
import { evidencedAnswers, evidenceSummary } from '#domain/assessments/evidence';
import type { Score } from '#domain/assessments/score';
import { recommendLevel } from '#domain/level/level-recommendation';
import { isGated } from '#domain/models/approval-gate';
import { TIERS } from '#domain/vocabulary';
import { getAssessment, listAnswers } from '../../store/assessments/assessments';
import { countEvidence } from '../../store/assessments/evidence-counts';
import { choiceFrom, combinedAnswers, gradeOf, questionsOf, scoreOf } from '../../store/assessments/score';
import type { AssessmentAnswerRow, AssessmentRow } from '../../store/assessments/tables';
import type { ReadHandle } from '../../store/journal/handle';
import { getSettings } from '../../store/portfolio/settings';
import { portfolioDemand, recordedUpdates } from './demand';

type StoredResult = Pick<Assessment, 'recommendation' | 'thresholds' | 'evidence' | 'evidenceSummary'>;

const parse = <T>(text: string): T => JSON.parse(text) as T; // each column is written through the contract's schema

export function toHead(row: AssessmentRow, score: Score): AssessmentHead {
  const questions = COMPONENTS.reduce((sum, component) => sum + score.components[component].applicable, 0);
  return {
    id: row.id,
    name: row.name,
    unit: row.unit,
    status: row.status,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    questionVersion: row.question_version,
    target: score.target,
    respondents: parse(row.respondents),
    overallLevel: score.overallLevel,
    overallMean: score.overallMean,
    percentToTarget: score.percentToTarget,
    answered: score.answered,
    questionsAnswered: Math.round(score.answered * questions),
    questions,
  };
}

/** An assessment as its pages show it. A finished one keeps what it said; an open one follows the portfolio. */
export async function readAssessment(read: ReadHandle, id: string, now: string): Promise<Assessment> {
  const row = await getAssessment(read, id);
  const answerRows = await listAnswers(read, id);
  const answers = combinedAnswers(answerRows);
  const score = scoreOf(row, answers);
  const result: StoredResult = row.result === null ? await currentResult(read, row, answers, now) : parse(row.result);
  return {
    ...toHead(row, score),
    inputs: parse(row.inputs),
    componentTargets: parse(row.component_targets),
    weights: parse(row.weights),
    position: row.position,
    responses: answerRows.map(toResponse),
    roadmap: row.roadmap === null ? null : parse(row.roadmap),
    answers: Object.fromEntries(
      questionsOf(row)
        .questions.filter((question) => Object.hasOwn(answers, question.id))
        .map((question) => [
          question.id,
          { value: choiceOf(answers, question), grade: answers[question.id]?.grade ?? 0 },
        ]),
    ),
    score,
    ...result,
    counted: await daysOf(read, row, result, now),
  };
}

const sizeOf = (demand: ModelDemand): CountedSize => {
  const { load, unknown } = demandLoad(demand);
  return { models: demand.models, load, unknownFrequency: unknown };
};

/** A question about all production models: its whole is how many there were when the rows were counted. */
const OF_ALL = 'MG1';

async function daysOf(
  read: ReadHandle,
  row: AssessmentRow,
  { evidence }: StoredResult,
  now: string,
): Promise<CountedDays> {
  const inputs = parse<Assessment['inputs']>(row.inputs);
  return countedDays({
    source: inputs.source,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    start: sizeOf(inputs),
    production: evidence.find(({ questionId }) => questionId === OF_ALL)?.counts.whole ?? null,
    today: sizeOf(await portfolioDemand(read, row.unit)),
    now,
  });
}

/** What is computed from the portfolio as it is now. */
export async function currentResult(
  read: ReadHandle,
  row: AssessmentRow,
  answers: Answers,
  now: string,
): Promise<StoredResult> {
  const settings = await getSettings(read);
  const inputs = parse<Assessment['inputs']>(row.inputs);
  const { load, unknown } = demandLoad(inputs);
  const evidence = evidencedAnswers(
    await countEvidence(read, { unit: row.unit, today: now.slice(0, 10), gatedTiers: gatedTiers(settings) }),
    answers,
    questionsOf(row),
  );
  return {
    recommendation: recommendLevel({
      models: inputs.models,
      load,
      unknownFrequency: unknown,
      told: inputs.source === 'typed' ? 'stated' : 'noted',
      recorded: await recordedUpdates(read, row.unit, now),
      updatesPerYear: settings.updatesPerYear,
      thresholds: settings.levelThresholds,
    }),
    thresholds: settings.levelThresholds,
    evidence,
    evidenceSummary: evidenceSummary(evidence),
  };
}

export const gatedTiers = (settings: Settings) => TIERS.filter((tier) => isGated(tier, settings.approvalGates));

const toResponse = (row: AssessmentAnswerRow): Assessment['responses'][number] => ({
  questionId: row.question_id,
  respondent: row.respondent,
  value: choiceFrom(row),
  grade: gradeOf(row),
  reason: row.reason,
  comment: row.comment,
  link: row.link,
  owner: row.owner,
  answeredAt: row.answered_at,
});
