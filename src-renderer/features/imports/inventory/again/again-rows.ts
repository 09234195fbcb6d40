import type { InventoryPreview } from '#contract/imports/imports';
import type { Stage } from '#domain/vocabulary';

export type Row = InventoryPreview['sample'][number];
export type Change = Row['changes'][number];
export type LifeMark = Row['life'][number];

/** What a row that is of a known model does to it; a row has one, the first that fits. */
export const CHANGE_GROUPS = ['contradicted', 'moved', 'retired', 'dated', 'values'] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

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
  return row.life.findLast(({ mark }) => mark === 'known' || mark === 'ours')?.stage ?? null;
}

/** `null`: the row changes nothing of a known model, and asks nothing. */
export function groupOf(row: Row, seen: ReadonlySet<string>): ChangeGroup | null {
  if (row.action !== 'update' && row.action !== 'unchanged') return null;
  const asks = row.changes.some(
    (change) => change.decision === 'ask' || seen.has(`${row.modelId} ${ruleField(change)}`),
  );
  const moves = row.changes.filter(({ field, kind }) => field.startsWith('move.') && kind === '');
  const isHeldBack = row.changes.some(({ kind, decision }) => kind === '' && decision === 'ours');
  if (asks) return 'contradicted';
  if (row.action === 'unchanged' && !isHeldBack) return null;
  if (moves.some(({ field }) => field === 'move.retired') && stageNow(row) !== 'retired') return 'retired';
  const added = moves.filter(({ before }) => before === '');
  const last = added.at(-1);
  if (last && last.field !== `move.${stageNow(row)}` && row.life.at(-1)?.mark === 'added') return 'moved';
  return moves.length > 0 ? 'dated' : 'values';
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

/** What stands after the answers given so far: `null` while nobody has said, or said different things of its parts. */
export function standing(row: Row, fields: readonly string[]): 'ours' | 'file' | null {
  const decisions = new Set(
    row.changes.filter((change) => fields.includes(ruleField(change))).map(({ decision }) => decision),
  );
  const [only] = decisions;
  return decisions.size === 1 && (only === 'ours' || only === 'file') ? only : null;
}
