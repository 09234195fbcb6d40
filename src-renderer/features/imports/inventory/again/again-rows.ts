import type { InventoryPreview } from '#contract/imports/imports';
import { type ChangeGroup, changeGroupOf } from '#domain/models/history/change-group';
import { STAGES, type Stage } from '#domain/vocabulary';

export type Row = InventoryPreview['sample'][number];
export type Change = Row['changes'][number];
export type LifeMark = Row['life'][number];

/** A contradiction about a move is named by its kind, one about a value by its field: so rules and decisions name them. */
export const ruleField = ({ field, kind }: Pick<Change, 'field' | 'kind'>): string => {
  if (kind !== '') return `move.${kind}`;
  return field.startsWith('move.') ? 'move.added' : field;
};

/** Nobody knows whether a model is monitored: the file can only add to that. */
export const isDecidable = ({ field }: Change): boolean => field !== 'monitored';

/** A day that fits nowhere and a release of before can be left out, not taken. */
export const takesFile = (field: string): boolean => field !== 'move.order' && field !== 'move.older_release';

/** What a row's switch decides: where it contradicts only that, else all that the file would change. */
export function decidedFields(row: Row, group: ChangeGroup, seen: ReadonlySet<string>): readonly string[] {
  const changes = row.changes.filter(isDecidable);
  const asked =
    group === 'contradicted'
      ? changes.filter((change) => isContradiction(change) || seen.has(`${row.modelId} ${ruleField(change)}`))
      : changes;
  return [...new Set(asked.map(ruleField))];
}

const isContradiction = ({ kind, decision }: Change): boolean => kind !== '' || decision === 'ask';

/** Model and field of everything that waits for an answer: what was asked stays listed when it has been answered. */
export const askedOf = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap((row) =>
    row.changes.filter(({ decision }) => decision === 'ask').map((change) => `${row.modelId} ${ruleField(change)}`),
  );

/** The stage in which we have the model; `null` where no move of it is held. */
export function stageNow(row: Row): Stage | null {
  // What we hold comes first, made more exact or not; then what the file adds, and what it tells otherwise.
  const theirs = row.changes.filter(
    ({ field, kind, before }) => kind !== '' || (field.startsWith('move.') && before === ''),
  );
  return row.life[row.life.length - theirs.length - 1]?.stage ?? null;
}

/** `null`: the row changes nothing of a known model, and asks nothing. */
export function groupOf(row: Row, seen: ReadonlySet<string>): ChangeGroup | null {
  if (row.action !== 'update' && row.action !== 'unchanged') return null;
  const asks = row.changes.some(
    (change) => change.decision === 'ask' || seen.has(`${row.modelId} ${ruleField(change)}`),
  );
  const moves = row.changes.flatMap(({ field, kind, before }) => {
    const to = STAGES.find((stage) => field === `move.${stage}`);
    return to === undefined || kind !== '' ? [] : [{ to, isNew: before === '' }];
  });
  return changeGroupOf({
    isUpdate: row.action === 'update',
    asks,
    isHeldBack: row.changes.some(({ kind, decision }) => kind === '' && decision === 'ours'),
    moves,
    contradicts: row.changes.some(({ kind }) => kind !== ''),
    stageNow: stageNow(row),
  });
}

export type GroupedRows = Readonly<Record<ChangeGroup, readonly Row[]>>;

/** The rows that change a known model, or contradict it, by what they do. */
export function groupRows(rows: readonly Row[], seen: ReadonlySet<string>): GroupedRows {
  const groups: Record<ChangeGroup, Row[]> = { contradicted: [], moved: [], retired: [], dated: [], values: [] };
  for (const row of rows) {
    const group = groupOf(row, seen);
    if (group) groups[group].push(row);
  }
  return groups;
}

/** How many rows of the file are in each group, and how many of these change nothing yet. */
export type ChangeCounts = InventoryPreview['changes'];

/**
 * Counts over the whole file. A row that was asked stays among the contradicted when it has been answered; such rows are all
 * among those that are shown.
 */
export function countChanges({ changes, sample }: InventoryPreview, seen: ReadonlySet<string>): ChangeCounts {
  const counts = { ...changes };
  for (const row of seen.size === 0 ? [] : sample) {
    const [before, now] = [groupOf(row, NOTHING_SEEN), groupOf(row, seen)];
    if (before === now) continue;
    if (before) counts[before] -= 1;
    if (now) counts[now] += 1;
    if (row.action === 'unchanged') counts.unchanged += Number(now !== null) - Number(before !== null);
  }
  return counts;
}

const NOTHING_SEEN: ReadonlySet<string> = new Set();

/** What stands after the answers given so far: `null` while nobody has said, or said different things of its parts. */
export function standing(row: Row, fields: readonly string[]): 'ours' | 'file' | null {
  const decisions = new Set(
    row.changes.filter((change) => fields.includes(ruleField(change))).map(({ decision }) => decision),
  );
  const [only] = decisions;
  return decisions.size === 1 && (only === 'ours' || only === 'file') ? only : null;
}
