import { counted } from '#domain/base/wording';
import { DomainError } from '../../failure/domain-error';
import { listAnswersAboutModelsOf, listModelsTouchedSince } from '../../store/imports/imports';
import { type ImportRow, WAITS } from '../../store/imports/tables';
import type { WriteHandle } from '../../store/journal/handle';
import { reverseEntry } from '../../store/journal/journal';
import type { JournalRow } from '../../store/journal/tables';
import type { FactChange } from '../../store/tables';

/** What was decided stays when an import is taken back: the ledger, the source, and what people answered. */
const KEPT: ReadonlySet<string> = new Set(['imports', 'sources', 'unit_aliases', 'identity_answers']);

/** A row that waited has been decided about by nobody: without the import it waits by itself, or does not. */
const isWait = ({ entity, after }: FactChange): boolean =>
  entity === 'identity_answers' && after !== null && (JSON.parse(after) as { answer?: unknown }).answer === WAITS; // an image of a row

/** What was changed since an import and stands in the way of taking it back. */
interface Touched {
  /** What the import brought: `model`, `incident`. */
  readonly thing: string;
  readonly names: readonly string[];
  readonly detail: unknown;
}

/** Turns back what an import did, as long as nobody has worked on it since: see `ImportKind.undo`. */
export async function reverseImport(
  write: WriteHandle,
  record: ImportRow,
  entry: JournalRow,
  { thing, names, detail }: Touched,
): Promise<number> {
  if (names.length > 0) {
    const some = names
      .slice(0, 3)
      .map((name) => `“${name}”`)
      .join(', ');
    const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
    throw new DomainError(
      'conflict',
      `${counted(names.length, thing)} of the import of ${record.file_name} ${names.length === 1 ? 'was' : 'were'} changed since (${some}${more}). Undo those changes first, or delete the ${thing}s that should go.`,
      detail,
    );
  }
  await reverseEntry(write, entry, (change) => !KEPT.has(change.entity) || isWait(change));
  return record.created + record.updated;
}

/** Takes back an import that brought models or what is theirs. */
export async function undoModels(write: WriteHandle, record: ImportRow, entry: JournalRow): Promise<number> {
  const touched = await listModelsTouchedSince(write.read, entry.seq);
  const names = touched.map(({ name }) => name);
  // What was said of rows that may be these models says nothing without them.
  if (names.length === 0) await write.remove('identity_answers', await listAnswersAboutModelsOf(write.read, entry.seq));
  return reverseImport(write, record, entry, { thing: 'model', names, detail: { models: touched.slice(0, 100) } });
}
