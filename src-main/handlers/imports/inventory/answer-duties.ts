import type { DutyColumns } from '#contract/imports/duties';
import type { DutyAnswer } from '../../../importers/inventory/duty-columns';
import { listAnswersOf, listFactsOf } from '../../../store/governance/rows';
import type { GovernanceAnswerRow, ModelFactRow } from '../../../store/governance/tables';
import type { ReadHandle, WriteHandle } from '../../../store/journal/handle';

/** What stands as the person of an answer that a file gave. */
const BY_FILE = 'File ';

interface Answering {
  readonly duties: DutyColumns;
  readonly fileName: string;
  /** ISO instant. */
  readonly now: string;
  readonly newId: () => string;
}

export interface ModelAnswers {
  /** `null`: it is yet to be created. */
  readonly modelId: string | null;
  readonly duties: readonly DutyAnswer[];
}

export interface DutyChanges {
  readonly facts: readonly ModelFactRow[];
  readonly answers: readonly GovernanceAnswerRow[];
  /** Facts that another one takes the place of. */
  readonly replaced: readonly string[];
  /** How many stay as a person said them. */
  readonly kept: number;
}

const NOTHING: DutyChanges = { facts: [], answers: [], replaced: [], kept: 0 };

/**
 * What rows answer to a text of duties, with the day of the import. An answer that a file gave before gives way to another
 * one; what a person has said stays.
 */
export async function dutyChanges(
  read: ReadHandle,
  models: readonly ModelAnswers[],
  { duties, fileName, now, newId }: Answering,
): Promise<DutyChanges> {
  const told = models.filter((one) => one.duties.length > 0);
  if (told.length === 0) return NOTHING;
  const held = await heldAnswers(
    read,
    told.flatMap(({ modelId }) => modelId ?? []),
    duties,
  );
  const facts: ModelFactRow[] = [];
  const answers: GovernanceAnswerRow[] = [];
  const replaced: string[] = [];
  let kept = 0;
  const by = `${BY_FILE}${fileName}`;
  const day = now.slice(0, 10);
  for (const { modelId, duties: row } of told) {
    for (const { place, value } of row) {
      const text = JSON.stringify(value);
      const before = modelId === null ? undefined : held.get(`${modelId} ${place}`);
      if (before?.value === text) continue;
      if (before && !before.by.startsWith(BY_FILE)) {
        kept += 1;
        continue;
      }
      const name = place.slice(place.indexOf(':') + 1);
      const common = { id: newId(), model_id: modelId ?? '', value: text };
      if (place.startsWith('fact:')) {
        // A fact has no history of its own; an answer has.
        if (before) replaced.push(before.id);
        facts.push({ ...common, name, stated_on: day, stated_by: by });
      } else {
        answers.push({ ...common, pack: duties.pack, question: name, answered_on: day, answered_by: by, note: '' });
      }
    }
  }
  return { facts, answers, replaced, kept };
}

/** By model and place: the last that was said. */
async function heldAnswers(read: ReadHandle, ids: readonly string[], duties: DutyColumns): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  for (const { id, model_id, name, value, stated_by: by } of await listFactsOf(read, ids))
    held.set(`${model_id} fact:${name}`, { id, value, by });
  const questions = duties.columns.flatMap(({ place }) => (place.startsWith('question:') ? place.slice(9) : []));
  const answered = await listAnswersOf(read, ids, duties.pack, questions);
  for (const one of answered.toSorted((a, b) => (a.answered_on < b.answered_on ? -1 : 1))) {
    const { id, model_id, question, value, answered_by: by } = one;
    held.set(`${model_id} question:${question}`, { id, value, by });
  }
  return held;
}

export async function answerDuties(
  write: WriteHandle,
  models: readonly ModelAnswers[],
  answering: Answering,
): Promise<void> {
  const { facts, answers, replaced } = await dutyChanges(write.read, models, answering);
  await write.remove('model_facts', replaced);
  await write.insert('model_facts', facts);
  await write.insert('governance_answers', answers);
}

interface Held {
  readonly id: string;
  readonly value: string;
  readonly by: string;
}
