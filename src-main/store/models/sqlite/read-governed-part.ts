import type Database from 'better-sqlite3';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import type { Stage } from '#domain/vocabulary';
import { tracedNow } from '../../trace/trace';
import { GovernedPart, HELD_LINES, HELD_TEXTS } from '../held/governed-part';
import type { Cell } from '../held/columns';
import type { HeldModels } from '../held/held-models';
import { answered } from '../answered';
import { addRuns, idsAsJson } from './runs';

type MoveLine = [modelId: string, to: string, on: string | null, recordedOn: string, version: string, ord: number];
type ApprovalLine = [modelId: string, by: string, on: string];

const columnOf = (name: (typeof HELD_LINES)[number]): string => MODEL_FIELDS[name].column;
const CELLS = `SELECT ${[
  ...['id', 'external_references'],
  ...HELD_LINES.map(columnOf),
  ...HELD_TEXTS.map((name) => answered(columnOf(name))),
].join(', ')} FROM models`;
const MOVES = 'SELECT model_id, to_stage, substr(at, 1, 10), substr(recorded_at, 1, 10), version, ord FROM moves';
const IN_ORDER = 'ORDER BY model_id, ord';
const MOVES_OF = `${MOVES} WHERE model_id IN (SELECT value FROM json_each(?)) ${IN_ORDER}`;
const APPROVALS = 'SELECT model_id, approved_by, substr(at, 1, 10) FROM approvals';
const BY_ROW = 'ORDER BY model_id, rowid';

/** Of all models, at the moment that they are of: the connection is in a transaction that reads. */
export function readGovernedPart(db: Database.Database, held: HeldModels): GovernedPart {
  const count = Number(db.prepare('SELECT count(*) FROM moves').pluck().get());
  const { value: part, reads } = tracedNow(() => {
    const own = new GovernedPart(held.room, count, []);
    addCells(held, own, db.prepare<[], Cell[]>(CELLS).raw().iterate());
    const apart = addMoves(held, own, db.prepare<[], MoveLine>(MOVES).raw().iterate());
    if (apart.size > 0)
      addMoves(held, own, db.prepare<[string], MoveLine>(MOVES_OF).raw().iterate(idsAsJson(held, apart)));
    addApprovals(held, own, db.prepare<[], ApprovalLine>(`${APPROVALS} ${BY_ROW}`).raw().iterate());
    return own;
  });
  return Object.assign(part, { sources: reads });
}

/** These models anew, which have been cleared. */
export function readPartAgain(
  held: HeldModels,
  part: GovernedPart,
  within: string,
  all: <Row>(sql: string) => Row[],
): void {
  addCells(held, part, all<Cell[]>(`${CELLS} WHERE id ${within}`));
  addMoves(held, part, all<MoveLine>(`${MOVES} WHERE model_id ${within} ${IN_ORDER}`));
  addApprovals(held, part, all<ApprovalLine>(`${APPROVALS} WHERE model_id ${within} ${BY_ROW}`));
}

function addCells(held: HeldModels, part: GovernedPart, rows: Iterable<Cell[]>): void {
  for (const [id, ...cells] of rows) {
    const slot = held.slotOf(String(id));
    if (slot !== -1) part.setCells(slot, cells);
  }
}

const addMoves = (held: HeldModels, { moves }: GovernedPart, lines: Iterable<MoveLine>): ReadonlySet<number> =>
  addRuns(
    held,
    lines,
    (line) => line[5],
    moves,
    (slot, [, to, on, recordedOn, version]) =>
      moves.add(slot, `${to},${on},${recordedOn},${version}`, () => ({
        to: to as Stage, // as the contract wrote it
        on,
        recordedOn,
        version,
      })),
  );

function addApprovals(held: HeldModels, part: GovernedPart, lines: Iterable<ApprovalLine>): void {
  let [before, slot] = ['', -1];
  for (const [modelId, by, on] of lines) {
    if (modelId !== before) {
      slot = held.slotOf(modelId);
      before = modelId;
      if (slot !== -1) part.approvals.clear(slot);
    }
    if (slot !== -1) part.approvals.add(slot, `${on},${by}`, () => ({ by, on }));
  }
}
