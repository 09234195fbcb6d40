import { respondentProblem } from '#domain/assessments/respondents';
import { counted } from '#domain/base/wording';
import { DomainError } from '../../failure/domain-error';
import { listAnswers } from '../../store/assessments/assessments';
import type { AssessmentAnswerRow, AssessmentRow } from '../../store/assessments/tables';
import type { ReadHandle } from '../../store/journal/handle';
import type { SubjectHandlers } from '../subject';
import { answerId, openAssessment } from './open-assessment';
import { readAssessment } from './read-assessment';

const namedIn = (row: AssessmentRow): readonly string[] => JSON.parse(row.respondents); // written through the contract's schema

/** Everybody who is named or has answered. */
export async function peopleOf(read: ReadHandle, row: AssessmentRow): Promise<string[]> {
  const answered = (await listAnswers(read, row.id)).map(({ respondent }) => respondent);
  return [...new Set([...namedIn(row), ...answered])];
}

/** Those who are there already stay, whatever their names are: only a new name is asked to be one. */
export function refuseNewNames(names: readonly string[], known: readonly string[]): void {
  const seen = [...known];
  for (const name of names) {
    if (known.includes(name)) continue;
    const problem = respondentProblem(name, seen);
    if (problem !== null) throw new DomainError('invalid_input', problem);
    seen.push(name);
  }
}

async function answersOf(
  read: ReadHandle,
  row: AssessmentRow,
  respondent: string,
): Promise<readonly AssessmentAnswerRow[]> {
  if (!(await peopleOf(read, row)).includes(respondent)) {
    const who = respondent === '' ? 'Nobody has answered for the room as a whole' : `Nobody called “${respondent}” is`;
    throw new DomainError('not_found', `${who} in “${row.name}”; they may have been renamed or taken out.`);
  }
  return (await listAnswers(read, row.id)).filter((answer) => answer.respondent === respondent);
}

const nameOf = (respondent: string): string => (respondent === '' ? 'all together' : respondent);

/** Who answers: another name, or out with the answers. Both are one change that undo turns back whole. */
export const respondentHandlers: Pick<SubjectHandlers<'assessments'>, 'renameRespondent' | 'removeRespondent'> = {
  renameRespondent: ({ id, respondent, name }, context) =>
    context.write(async (write) => {
      const row = await openAssessment(write, id);
      const answers = await answersOf(write.read, row, respondent);
      const others = (await peopleOf(write.read, row)).filter((one) => one !== respondent);
      refuseNewNames([name], others);
      if (others.includes(name)) throw new DomainError('conflict', `“${name}” answers already. Choose another name.`);
      const named = namedIn(row);
      const respondents = named.includes(respondent)
        ? named.map((one) => (one === respondent ? name : one))
        : [...named, name];
      await write.remove(
        'assessment_answers',
        answers.map((answer) => answer.id),
      );
      await write.insert(
        'assessment_answers',
        answers.map((answer) => ({ ...answer, id: answerId(id, answer.question_id, name), respondent: name })),
      );
      await write.update('assessments', [id], { respondents: JSON.stringify(respondents) });
      return {
        label: `Rename ${nameOf(respondent)} to ${name} in “${row.name}”`,
        value: await readAssessment(write.read, id, context.now),
      };
    }),
  removeRespondent: ({ id, respondent }, context) =>
    context.write(async (write) => {
      const row = await openAssessment(write, id);
      const answers = await answersOf(write.read, row, respondent);
      await write.remove(
        'assessment_answers',
        answers.map((answer) => answer.id),
      );
      const respondents = namedIn(row).filter((one) => one !== respondent);
      await write.update('assessments', [id], { respondents: JSON.stringify(respondents) });
      const given = answers.length === 0 ? 'without an answer' : `with ${counted(answers.length, 'answer')}`;
      return {
        label: `Take ${nameOf(respondent)} out of “${row.name}”, ${given}`,
        value: await readAssessment(write.read, id, context.now),
      };
    }),
};
