import type { QuestionOf } from '#domain/governance/worklist/places';
import type { EvidenceAnswer, ReadAnswer } from '#domain/governance/worklist/read-answer';
import type { StatedField } from '#domain/models/field-description';
import { MODEL_FIELDS, type StatedName } from '#domain/models/model-fields';
import { listAnswersOf, listEvidenceOf, listFactsOf, listOrganisationFacts } from '../../../store/governance/rows';
import type { EvidenceTableRow, GovernanceAnswerRow, ModelFactRow } from '../../../store/governance/tables';
import type { ReadHandle } from '../../../store/journal/handle';
import { listModelsById } from '../../../store/models/models';
import type { ModelTableRow } from '../../../store/models/tables';

/** What the portfolio holds of the models of a work list, for comparison and for writing. */
export interface Held {
  readonly models: ReadonlyMap<string, ModelTableRow>;
  readonly facts: readonly ModelFactRow[];
  readonly answers: readonly GovernanceAnswerRow[];
  readonly evidence: readonly EvidenceTableRow[];
  readonly organisation: ReadonlyMap<string, string>;
}

export async function readHeld(
  read: ReadHandle,
  modelIds: readonly string[],
  questions: ReadonlyMap<string, readonly string[]>,
): Promise<Held> {
  const answers: GovernanceAnswerRow[] = [];
  for (const [pack, ids] of questions) answers.push(...(await listAnswersOf(read, modelIds, pack, ids)));
  return {
    models: new Map((await listModelsById(read, modelIds)).map((row) => [row.id, row])),
    facts: await listFactsOf(read, modelIds),
    answers,
    evidence: await listEvidenceOf(read, modelIds),
    organisation: new Map((await listOrganisationFacts(read)).map(({ id, value }) => [id, value])),
  };
}

/** What stands where a row of the list goes: as it is stored, and in words; '' = nothing. */
export interface Before {
  readonly same: boolean;
  readonly words: string;
}

const NOTHING: Before = { same: false, words: '' };

export function beforeOf(read: ReadAnswer, modelId: string | null, held: Held, questionOf: QuestionOf): Before {
  switch (read.room) {
    case 'field': {
      const row = held.models.get(modelId ?? '');
      return row === undefined ? NOTHING : fieldBefore(row, read.name, read.value);
    }
    case 'fact':
      return stored(held.facts.filter((row) => row.model_id === modelId && row.name === read.name).at(-1), read.value);
    case 'question': {
      const rows = held.answers.filter(
        (row) => row.model_id === modelId && row.pack === read.pack && row.question === read.question,
      );
      const before = stored(rows.toSorted((a, b) => (a.answered_on < b.answered_on ? -1 : 1)).at(-1), read.value);
      const options = questionOf(read.pack, read.question)?.options ?? [];
      const label = (word: string): string => options.find(({ value }) => value === word)?.label ?? word;
      return { ...before, words: before.words.split('; ').map(label).join('; ') };
    }
    case 'organisation': {
      const words = held.organisation.get(read.name) ?? '';
      return { same: words === read.value, words };
    }
    case 'evidence':
      // Another row of evidence contradicts none: both were done.
      return { same: held.evidence.some((row) => row.model_id === modelId && isSame(row, read.evidence)), words: '' };
  }
}

const isSame = (row: EvidenceTableRow, { kind, on, by }: EvidenceAnswer): boolean =>
  row.kind === kind && row.on_day === on && row.by_whom === by;

function stored(row: { readonly value: string } | undefined, value: string | readonly string[]): Before {
  if (row === undefined) return NOTHING;
  const known = JSON.parse(row.value) as string | readonly string[]; // written through the contract's schema
  return { same: JSON.stringify(known) === JSON.stringify(value), words: [known].flat().join('; ') };
}

function fieldBefore(row: ModelTableRow, name: StatedName, value: unknown): Before {
  const field: StatedField = MODEL_FIELDS[name];
  const cell: unknown = row[(field.column ?? 'name') as keyof ModelTableRow]; // every stated field has a column
  if (cell === null || cell === '' || cell === 'unknown' || cell === '[]') return NOTHING;
  if (field.kind === 'tags') {
    const tags = JSON.parse(String(cell)) as readonly string[]; // written through the contract's schema
    return { same: JSON.stringify(tags) === JSON.stringify(value), words: tags.join(', ') };
  }
  const labels = field.kind === 'choice' ? (field.vocabulary.labels as Readonly<Record<string, string>>) : {}; // by value
  return { same: cell === value, words: labels[String(cell)] ?? String(cell) };
}
