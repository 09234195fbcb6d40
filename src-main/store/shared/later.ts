import { changesOf } from '../journal/changes';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { JournalRow } from '../journal/tables';
import { EMPTY_COLUMNS, type FactChange } from '../tables';

export interface Later {
  readonly entry: JournalRow;
  readonly change: FactChange;
}

/** What follows from what people write, and from when: two who write into different fields of a row both change it. */
export const FOLLOWS: ReadonlySet<string> = new Set([
  ...['updated_at', 'search_text', 'health', 'review_due', 'last_move_at', 'last_approval_at', 'monitoring_known'],
  ...['stage_since', 'stage_since_precision', 'version_since', 'version_since_precision', 'time_to_production_days'],
  ...['first_development_at', 'first_deployed_at', 'first_deployed_precision'],
]);

interface Span {
  /** Without this entry, and what comes after it. */
  readonly before?: number | undefined;
  /** What this person did after this entry counts as well, unless it had waited in this copy. */
  readonly ownFrom?: number | undefined;
}

/** What others than this person did after an entry, the oldest first. */
export async function* laterByOthers(
  read: ReadHandle,
  after: number,
  self: string,
  { before = Number.MAX_SAFE_INTEGER, ownFrom }: Span = {},
): AsyncGenerator<Later> {
  const entries = await tables(read)
    .selectFrom('journal')
    .selectAll()
    .where('seq', '>', after)
    .where('seq', '<', before)
    .where((eb) =>
      ownFrom === undefined
        ? eb('actor', '!=', self)
        : eb.or([
            eb('actor', '!=', self),
            eb.and([eb('seq', '>', ownFrom), eb('seq', 'not in', eb.selectFrom('sharing_given').select('seq'))]),
          ]),
    )
    .orderBy('seq')
    .execute();
  for (const entry of entries)
    for await (const { changes } of changesOf(read, entry.seq)) for (const change of changes) yield { entry, change };
}

type Cells = Readonly<Record<string, unknown>>;

/** An image of the journal; what is no row holds no cell. */
export const cellsOf = (image: string | null): Cells => JSON.parse(image ?? '{}') as Cells; // only this program wrote it

/** The cells that an image stands for: one of a whole row leaves out what is as in any new row. */
export const wholeImage = ({ entity, before, after }: FactChange, image: string | null): Cells =>
  before === null || after === null ? { ...EMPTY_COLUMNS[entity], ...cellsOf(image) } : cellsOf(image);

export const rowKey = ({ entity, entity_id }: Pick<FactChange, 'entity' | 'entity_id'>): string =>
  `${entity} ${entity_id}`;

/** Of the model that a changed row is or belongs to; `null`: of none. */
export async function nameOfRow(read: ReadHandle, { entity, entity_id, model_id }: FactChange): Promise<string | null> {
  const id = entity === 'models' ? entity_id : model_id;
  if (id === null) return null;
  const model = await tables(read).selectFrom('models').select('name').where('id', '=', id).executeTakeFirst();
  return model?.name ?? null;
}
