import { reassignDrift } from '../drift/reassign';
import { reassignDependencies } from '../governance/reassign-dependencies';
import { detachIncidents } from '../incidents/detach';
import type { WriteHandle } from '../journal/handle';
import { reassignMoves } from '../models/reassign-moves';
import type { FactTable } from '../tables';
import type { Reference } from './references';

type Column = `${FactTable}.${string}`;

/**
 * What rows do when the row goes that they point at, where the structure does not say it: by itself a reference that may
 * not be empty takes its row along, and another becomes empty.
 */
interface OwnWay {
  /** The row goes as well, although its reference may be empty. */
  readonly goes?: true;
  /** How the rows with these ids let go. */
  readonly release?: (write: WriteHandle, ids: readonly string[]) => Promise<void>;
}

const OWN_WAYS: Readonly<Partial<Record<Column, OwnWay>>> = {
  // With an empty reference it would be a band of the whole portfolio.
  'drift_bands.model_id': { goes: true },
  // Without its model it would be of the organisation.
  'evidence.model_id': { goes: true },
  // Without what it names it would name nothing.
  'dependencies.depends_on': { goes: true },
  'incidents.model_id': { release: detachIncidents },
};

export const ownWay = ({ table, column }: Reference): OwnWay => OWN_WAYS[`${table}.${column}`] ?? {};

/** Hangs what lies in some columns on another model, where another id in the column is not enough. */
type Reassign = (write: WriteHandle, from: string, to: string) => Promise<ReadonlyMap<FactTable, number>>;

export const OWN_REASSIGNMENTS: readonly { readonly columns: readonly Column[]; readonly reassign: Reassign }[] = [
  { columns: ['moves.model_id', 'moves.replaced_by'], reassign: reassignMoves },
  { columns: ['dependencies.model_id', 'dependencies.depends_on'], reassign: reassignDependencies },
  {
    columns: ['drift_batches.model_id', 'drift_bands.model_id', 'retraining_items.model_id'],
    reassign: reassignDrift,
  },
];
