import type { Input, Output } from '#contract/index';
import { counted } from '#domain/base/wording';
import type { PackQuestion } from '#domain/governance/rule-pack';
import { DomainError } from '../../failure/domain-error';
import { listAnswersOf } from '../../store/governance/rows';
import { type CommandContext, keepBefore } from '../context';
import { nameModels } from './name-models';
import { findPack, loadPacks } from './packs';

type Answers = Input<'governance.answer'>['answers'];
type Answer = Answers[string];

const isEmpty = (answer: Answer): boolean => (typeof answer === 'string' ? answer.trim() === '' : answer.length === 0);

/** Notes answers with their day and person: the earlier ones stay, since a look back asks for them. */
export async function answerQuestions(
  { ids, pack: reference, answers, by, on, note = '' }: Input<'governance.answer'>,
  context: CommandContext,
): Promise<Output<'governance.answer'>> {
  const day = on ?? context.now.slice(0, 10);
  const { pack } = findPack(reference, day, await loadPacks(context.read));
  const asked = new Map((pack.questions ?? []).map((question) => [question.id, question]));
  for (const [id, answer] of Object.entries(answers)) refuseAnswer(asked.get(id), id, answer, pack.name);
  return context.write(async (write) => {
    const names = await nameModels(write.read, ids);
    const questions = Object.keys(answers);
    // What was said for the same day is replaced; an empty answer takes back every one.
    const before = await listAnswersOf(write.read, ids, pack.id, questions);
    const gone = before.filter(
      (row) => row.answered_on === day || isEmpty(answers[row.question] ?? '') || row.answered_on > day,
    );
    await write.remove(
      'governance_answers',
      gone.map(({ id }) => id),
    );
    const rows = ids.flatMap((modelId) =>
      Object.entries(answers).flatMap(([question, answer]) =>
        isEmpty(answer)
          ? []
          : [
              {
                id: context.newId(),
                model_id: modelId,
                pack: pack.id,
                question,
                value: JSON.stringify(answer),
                answered_on: day,
                answered_by: by ?? context.actor,
                note,
              },
            ],
      ),
    );
    await write.insert('governance_answers', rows);
    const whose = ids.length === 1 ? `“${names.get(ids[0] ?? '') ?? ''}”` : counted(ids.length, 'model');
    return { label: `Answer ${pack.name} for ${whose}`, value: { models: ids.length } };
  }, keepBefore(ids));
}

function refuseAnswer(question: PackQuestion | undefined, id: string, answer: Answer, pack: string): void {
  const why = whyNot(question, id, answer);
  if (why !== null) throw new DomainError('invalid_input', `${pack}: ${why}`);
}

function whyNot(question: PackQuestion | undefined, id: string, answer: Answer): string | null {
  if (question === undefined) return `it asks no question called ${id}.`;
  if (isEmpty(answer)) return null;
  const many = question.type === 'choices';
  if (many !== Array.isArray(answer)) return `“${question.label}” takes ${many ? 'a list of answers' : 'one answer'}.`;
  const known =
    question.type === 'yes_no_unknown' ? ['yes', 'no', 'unknown'] : question.options?.map((one) => one.value);
  const stranger = known && [answer].flat().find((value) => !known.includes(value));
  if (known === undefined || stranger === undefined) return null;
  return `“${stranger}” is no answer to “${question.label}”. Choose among ${known.join(', ')}.`;
}
