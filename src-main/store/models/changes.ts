import { type FieldChange, type FieldsIn, listFieldChanges } from '../journal/field-changes';
import type { ReadHandle } from '../journal/handle';
import type { FactTable, FactTables } from '../tables';
import { modelFieldsIn } from './model-rows';

/** What of the rows that hang on a model a person said or did, by column, under the names that the journal of a model has. */
type Told<T extends FactTable> = Partial<Record<keyof FactTables[T] & string, string>>;

const BESIDE: { readonly [T in FactTable]?: Told<T> } = {
  moves: { to_stage: 'stage', version: 'version', at: 'moves.at', reason: 'moves.reason' },
  approvals: { approved_by: 'approvals.approvedBy', at: 'approvals.at', note: 'approvals.note' },
  versions: { version: 'versions.version', until: 'versions.until', alias: 'versions.alias' },
  retraining_items: {
    reason: 'retraining.reason',
    owner: 'retraining.owner',
    until: 'retraining.until',
    version: 'retraining.version',
    against_until: 'retraining.againstUntil',
    note: 'retraining.note',
  },
  challengers: {
    version: 'challengers.version',
    decide_by: 'challengers.decideBy',
    outcome: 'challengers.outcome',
    reason: 'challengers.reason',
  },
};

const fieldsOf =
  (told: Readonly<Record<string, string | undefined>>): FieldsIn =>
  (column, cell) => {
    const field = told[column];
    return field === undefined ? {} : { [field]: cell };
  };

/** Every change of a model, newest first: of its typed fields, and its moves, approvals, versions, retraining and challengers. */
export async function listModelChanges(read: ReadHandle, id: string): Promise<readonly FieldChange[]> {
  const own = await listFieldChanges(read, { entity: 'models', by: 'model_id', id }, modelFieldsIn);
  const beside: FieldChange[] = [];
  for (const [entity, told] of Object.entries(BESIDE))
    beside.push(
      // The keys are tables by their type.
      ...(await listFieldChanges(read, { entity: entity as FactTable, by: 'model_id', id }, fieldsOf(told))),
    );
  return [...own, ...beside].toSorted((a, b) => b.seq - a.seq);
}

/** The entries in which a field of the model was stated or taken back: not what follows from its moves. */
export async function listStatedEntries(read: ReadHandle, id: string): Promise<ReadonlySet<number>> {
  const own = await listFieldChanges(read, { entity: 'models', by: 'model_id', id }, modelFieldsIn);
  return new Set(own.map(({ seq }) => seq));
}
