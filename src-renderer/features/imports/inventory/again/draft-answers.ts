import type { ImportRequest } from '#contract/imports/imports';
import type { Request } from '../../use-import-draft';

/** Pure edits of what is sent with the file: each answers a new request. */

export type Answer = ImportRequest['answers'][number];
export type Decision = ImportRequest['rules'][number]['decision'];
export type UnitAnswer = ImportRequest['unitAnswers'][number];

export function setRule(request: Request, field: string, decision: Decision): Request {
  const others = (request.rules ?? []).filter((rule) => rule.field !== field);
  return { ...request, rules: [...others, { field, decision }] };
}

/** Who is right about fields of one model. */
export function setDecisions(
  request: Request,
  modelId: string,
  fields: readonly string[],
  decision: 'ours' | 'file',
): Request {
  const others = (request.decisions ?? []).filter((one) => one.modelId !== modelId || !fields.includes(one.field));
  return { ...request, decisions: [...others, ...fields.map((field) => ({ modelId, field, decision }))] };
}

/** Answers about rows, each in the place of an earlier one about the same row and model. */
export function addAnswers(request: Request, answers: readonly Answer[]): Request {
  const fresh = new Set(answers.map(pairOf));
  const others = (request.answers ?? []).filter((one) => !fresh.has(pairOf(one)));
  return { ...request, answers: [...others, ...answers] };
}

/** Takes back all that was said of a row. */
export const takeBack = (request: Request, rowKey: string): Request => ({
  ...request,
  answers: (request.answers ?? []).filter((one) => one.rowKey !== rowKey),
});

export const answerUnit = (request: Request, answers: readonly UnitAnswer[]): Request => ({
  ...request,
  unitAnswers: [...(request.unitAnswers ?? []), ...answers],
});

const pairOf = ({ rowKey, modelId }: Pick<Answer, 'rowKey' | 'modelId'>): string => `${rowKey}\n${modelId}`;
