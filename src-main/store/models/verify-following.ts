import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { FactDifference } from '../journal/verify-facts';
import { yieldToOthers } from '../journal/yield-to-others';

const PAGE = 2_000;
const MOST_TOLD = 20;

interface Model {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly last_move_at: string | null;
  readonly last_approval_at: string | null;
}

interface Moved {
  readonly model_id: string;
  readonly to_stage: string;
  readonly at: string | null;
}

/** What moves say of a model. */
interface Followed {
  readonly stage: string;
  readonly lastMoveAt: string | null;
}

const UNMOVED: Followed = { stage: 'proposed', lastMoveAt: null };

/**
 * Holds the columns that lists and gates are looked at by against the moves and approvals that they follow from: an entry may say
 * anything of them, and its hash proves only that it says so. What is worked out from days and intervals is not held against them, for
 * programs of before counted otherwise.
 */
export async function verifyFollowing(read: ReadHandle): Promise<readonly FactDifference[]> {
  const db = sqlite(read);
  const models = db.prepare<[string], Model>(
    `SELECT id, name, stage, last_move_at, last_approval_at FROM models WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
  );
  const moves = db.prepare<[string, string], Moved>(
    'SELECT model_id, to_stage, at FROM moves WHERE model_id > ? AND model_id <= ? ORDER BY model_id, ord',
  );
  const approved = db
    .prepare<[string, string], number>('SELECT 1 FROM approvals WHERE model_id = ? AND at = ? LIMIT 1')
    .pluck();
  const differences: FactDifference[] = [];
  for (let last = ''; differences.length < MOST_TOLD; ) {
    const page = models.all(last);
    const end = page.at(-1);
    if (!end) break;
    const followed = followedFrom(moves.all(last, end.id));
    for (const model of page) {
      const { stage, lastMoveAt } = followed.get(model.id) ?? UNMOVED;
      const { id, name, last_approval_at: approvedAt } = model;
      const told = { table: 'models', id, name, seq: null } as const;
      if (model.stage !== stage)
        differences.push({ ...told, column: 'stage', from: 'moves', journal: stage, found: model.stage });
      if (model.last_move_at !== lastMoveAt)
        differences.push({
          ...told,
          column: 'last_move_at',
          from: 'moves',
          journal: lastMoveAt,
          found: model.last_move_at,
        });
      if (approvedAt !== null && approved.get(id, approvedAt) === undefined)
        differences.push({ ...told, column: 'last_approval_at', from: 'approvals', journal: null, found: approvedAt });
    }
    last = end.id;
    await yieldToOthers();
  }
  return differences.slice(0, MOST_TOLD);
}

function followedFrom(moves: readonly Moved[]): ReadonlyMap<string, Followed> {
  const followed = new Map<string, Followed>();
  for (const { model_id, to_stage, at } of moves)
    followed.set(model_id, { stage: to_stage, lastMoveAt: at ?? followed.get(model_id)?.lastMoveAt ?? null });
  return followed;
}
