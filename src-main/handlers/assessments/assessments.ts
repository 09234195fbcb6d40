import type { Assessment } from '#contract/assessments';
import { answerProblem } from '#domain/assessments/answer';
import { compareAssessments } from '#domain/assessments/compare';
import { findQuestion, questionsFor } from '#domain/assessments/questions/question-sets';
import { governanceTarget } from '#domain/assessments/score';
import { sayDay } from '#domain/base/calendar';
import { DomainError } from '../../failure/domain-error';
import { getAssessment, listAnswers, listAssessments } from '../../store/assessments/assessments';
import { combinedAnswers, questionsOf, scoreOf } from '../../store/assessments/score';
import type { AssessmentRow } from '../../store/assessments/tables';
import { removeFacts } from '../../store/references/remove-facts';
import type { SubjectHandlers } from '../subject';
import { fillInputs, portfolioDemand, recommendedTarget, recordedUpdates } from './demand';
import { versionWith } from './generative-questions';
import { answerId, openAssessment } from './open-assessment';
import { currentResult, readAssessment, toHead } from './read-assessment';
import { peopleOf, refuseNewNames, respondentHandlers } from './respondents';

type DemandInputs = Assessment['inputs'];

function refuseUnknownQuestion(row: AssessmentRow, questionId: string): void {
  if (!findQuestion(questionsOf(row), questionId)) {
    throw new DomainError(
      'invalid_input',
      `There is no question ${questionId} in version ${row.question_version} of the questions.`,
    );
  }
}

/** What an assessment was asked for; a frequency that is given anew holds for all of its models. */
function inputsOf(row: AssessmentRow, patch: { readonly updatesPerYear?: number | undefined }): Partial<DemandInputs> {
  const { unknownFrequency, ...inputs } = JSON.parse(row.inputs) as DemandInputs; // written through the contract's schema
  return patch.updatesPerYear === undefined ? { ...inputs, unknownFrequency } : inputs;
}

export const assessments: SubjectHandlers<'assessments'> = {
  list: async (_input, { read }) => {
    const rows = await listAssessments(read);
    const heads = rows.map(async (row) => toHead(row, scoreOf(row, combinedAnswers(await listAnswers(read, row.id)))));
    return { assessments: await Promise.all(heads) };
  },
  get: ({ id }, { read, now }) => readAssessment(read, id, now),
  demand: async ({ unit }, { read, now }) => ({
    ...(await portfolioDemand(read, unit)),
    recorded: await recordedUpdates(read, unit, now),
  }),
  start: (input, context) =>
    context.write(async (write) => {
      refuseNewNames(input.respondents, []);
      const demand = await portfolioDemand(write.read, input.unit);
      const inputs = fillInputs(input.inputs ?? {}, demand);
      const target = input.target ?? (await recommendedTarget(write.read, inputs));
      const governance = governanceTarget(target, inputs.highRisk);
      const name = input.name ?? `${input.unit || 'Assessment'}, ${sayDay(context.now)}`;
      const row: AssessmentRow = {
        id: context.newId(),
        name,
        unit: input.unit,
        status: 'open',
        started_at: context.now,
        finished_at: null,
        question_version: questionsFor(input.generative ?? demand.generative > 0).version,
        target,
        component_targets: JSON.stringify(governance === target ? {} : { model_governance: governance }),
        weights: '{}',
        inputs: JSON.stringify(inputs),
        respondents: JSON.stringify(input.respondents),
        position: '',
        roadmap: null,
        result: null,
      };
      await write.insert('assessments', [row]);
      return { label: `Start the assessment “${name}”`, value: await readAssessment(write.read, row.id, context.now) };
    }),
  update: ({ id, patch }, context) =>
    context.write(async (write) => {
      const row =
        patch.roadmap !== undefined && Object.keys(patch).length === 1
          ? await getAssessment(write.read, id)
          : await openAssessment(write, id);
      if (patch.respondents !== undefined) refuseNewNames(patch.respondents, await peopleOf(write.read, row));
      const inputs =
        patch.inputs &&
        JSON.stringify(
          fillInputs({ ...inputsOf(row, patch.inputs), ...patch.inputs }, await portfolioDemand(write.read, row.unit)),
        );
      await write.update('assessments', [id], {
        ...(patch.generative !== undefined && {
          question_version: await versionWith(write.read, row, patch.generative),
        }),
        ...(patch.name === undefined ? {} : { name: patch.name }),
        ...(patch.unit === undefined ? {} : { unit: patch.unit }),
        ...(patch.target === undefined ? {} : { target: patch.target }),
        ...(inputs === undefined ? {} : { inputs }),
        ...(patch.componentTargets === undefined ? {} : { component_targets: JSON.stringify(patch.componentTargets) }),
        ...(patch.weights === undefined ? {} : { weights: JSON.stringify(patch.weights) }),
        ...(patch.respondents === undefined ? {} : { respondents: JSON.stringify(patch.respondents) }),
        ...(patch.roadmap === undefined ? {} : { roadmap: patch.roadmap && JSON.stringify(patch.roadmap) }),
      });
      const what = patch.roadmap === undefined ? 'Change the assessment' : 'Change the roadmap of';
      return { label: `${what} “${row.name}”`, value: await readAssessment(write.read, id, context.now) };
    }),
  answer: ({ id, questionId, respondent, value, ...words }, context) =>
    context.write(async (write) => {
      const row = await openAssessment(write, id);
      refuseUnknownQuestion(row, questionId);
      const problem = answerProblem({ value, reason: words.reason });
      if (problem !== null) throw new DomainError('invalid_input', problem);
      refuseNewNames([respondent], ['', ...(await peopleOf(write.read, row))]);
      const answer = { value: String(value), ...words, answered_at: context.now };
      const key = answerId(id, questionId, respondent);
      const known = (await listAnswers(write.read, id)).some((one) => one.id === key);
      if (known) await write.update('assessment_answers', [key], answer);
      else
        await write.insert('assessment_answers', [
          { id: key, assessment_id: id, question_id: questionId, respondent, ...answer },
        ]);
      await write.update('assessments', [id], { position: questionId });
      return {
        label: `Answer ${questionId} of “${row.name}”`,
        value: await readAssessment(write.read, id, context.now),
      };
    }),
  clearAnswer: ({ id, questionId, respondent }, context) =>
    context.write(async (write) => {
      const row = await openAssessment(write, id);
      await write.remove('assessment_answers', [answerId(id, questionId, respondent)]);
      return {
        label: `Clear the answer to ${questionId} of “${row.name}”`,
        value: await readAssessment(write.read, id, context.now),
      };
    }),
  ...respondentHandlers,
  finish: ({ id }, context) =>
    context.write(async (write) => {
      const row = await openAssessment(write, id);
      const result = await currentResult(
        write.read,
        row,
        combinedAnswers(await listAnswers(write.read, id)),
        context.now,
      );
      await write.update('assessments', [id], {
        status: 'finished',
        finished_at: context.now,
        result: JSON.stringify(result),
      });
      return { label: `Finish the assessment “${row.name}”`, value: await readAssessment(write.read, id, context.now) };
    }),
  reopen: ({ id }, context) =>
    context.write(async (write) => {
      const row = await getAssessment(write.read, id);
      await write.update('assessments', [id], { status: 'open', finished_at: null, result: null });
      return {
        label: `Open the assessment “${row.name}” again`,
        value: await readAssessment(write.read, id, context.now),
      };
    }),
  remove: ({ id }, context) =>
    context.write(async (write) => {
      const row = await getAssessment(write.read, id);
      const removed = await removeFacts(write, 'assessments', [id]);
      return { label: `Delete the assessment “${row.name}”`, value: { removed } };
    }),
  compare: async ({ ids }, { read }) => {
    const rows = await Promise.all(ids.map((id) => getAssessment(read, id)));
    const scored = rows.map(async (row) => {
      const answers = combinedAnswers(await listAnswers(read, row.id));
      const { target } = scoreOf(row, answers);
      return {
        id: row.id,
        label: row.name,
        answers,
        target,
        questions: questionsOf(row),
        weights: JSON.parse(row.weights),
        componentTargets: JSON.parse(row.component_targets),
      };
    });
    const comparison = compareAssessments(await Promise.all(scored));
    return {
      assessments: comparison.assessments.map(({ id, label, overall, own, components }, index) => ({
        id,
        label,
        unit: rows[index]?.unit ?? '',
        date: (rows[index]?.finished_at ?? rows[index]?.started_at ?? '').slice(0, 10),
        overallLevel: overall.level,
        overallMean: overall.mean,
        percentToTarget: overall.percentToTarget,
        own,
        components,
      })),
      commonQuestions: comparison.commonQuestions,
      changed: comparison.changed,
      notComparable: comparison.notComparable,
      words: comparison.words,
    };
  },
};
