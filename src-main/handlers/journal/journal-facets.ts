import type { Output } from '#contract/index';
import { JOURNAL_SUBJECTS } from '#domain/base/journal-subjects';
import { columnLabel } from '#domain/models/column-label';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import type { ReadHandle } from '../../store/journal/handle';
import { subjectKey, subjectOfField } from '../../store/journal/journal-fields';
import { type Counted, countJournalWords } from '../../store/journal/journal-search';

type Field = Output<'journal.facets'>['fields'][number];

/** Of a model people know the fields of its page; what else changes in its row follows from them. */
const MODEL_COLUMNS: ReadonlySet<string> = new Set(Object.values(MODEL_FIELDS).flatMap(({ column }) => column ?? []));
/** What only the program reads. */
const TECHNICAL = /^(id|ord|search_text|created_at|updated_at|recorded_at|.*_id|.*_hash)$/;

const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const words = (name: string): string => firstUpper(name.replaceAll('_', ' '));

/** A field as people call it; `null` for one that only the program knows. */
function toField({ value, count }: Counted): Field | null {
  const subject = subjectOfField(value);
  if (subject === null) return null;
  const [table = '', column = ''] = value.split('.');
  if (column === '*') return { value, count, subject, label: `${words(table)}: added or deleted` };
  if (TECHNICAL.test(column) || (table === 'models' && !MODEL_COLUMNS.has(column))) return null;
  const of = table === 'models' || table === subject ? '' : ` (${table.replaceAll('_', ' ')})`;
  return { value, count, subject, label: `${firstUpper(columnLabel(table, column))}${of}` };
}

const byCount = <T extends { readonly count: number }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => b.count - a.count);

export async function journalFacets(read: ReadHandle): Promise<Output<'journal.facets'>> {
  const { actors, fields, unread } = await countJournalWords(read);
  const counts = new Map(fields.map(({ value, count }) => [value, count]));
  return {
    actors: byCount(actors),
    subjects: JOURNAL_SUBJECTS.flatMap((value) => {
      const count = counts.get(subjectKey(value));
      return count === undefined ? [] : [{ value, count }];
    }),
    fields: byCount(fields.flatMap((one) => toField(one) ?? [])),
    unread,
  };
}
