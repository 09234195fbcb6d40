import type { InventoryPreview } from '#contract/imports/imports';
import { sayDated } from '#domain/base/period';
import type { HistoryMerge, KnownMove, ToldMove } from '#domain/models/history/told';
import { STAGE_LABELS } from '#domain/vocabulary';
import type { ExistingModel, PlannedRow } from '../../../importers/inventory/plan-types';
import { sayContradiction } from '../../../importers/inventory/row-problems';

type PreviewRow = InventoryPreview['sample'][number];
type Change = PreviewRow['changes'][number];
type LifeMark = PreviewRow['life'][number]['mark'];

/** A planned row as a person sees it before anything is written. */
export function describeRow(row: PlannedRow, known: ExistingModel | undefined): PreviewRow {
  const shown = row.action === 'update' ? row.patch : row.fields;
  return {
    row: row.row,
    action: row.action,
    modelId: row.modelId,
    name: row.fields.name ?? '',
    unit: row.fields.unit ?? known?.fields.unit ?? '',
    stage: row.stage ?? '',
    values: Object.entries(shown).map(([field, value]) => ({
      field,
      text: asText(value),
      before: known ? asText(Reflect.get(known.fields, field)) : '',
    })),
    changes: [
      ...(row.saysUnmonitored ? [UNMONITORED] : []),
      ...row.differences.map(changeOfField),
      ...(row.history ? changesOfHistory(row.history, known) : []),
      ...(row.declined
        ? changesOfHistory({ ...row.declined, contradicted: [] }, known).map(
            (change): Change => ({ ...change, decision: 'ours' }),
          )
        : []),
    ],
    life: known ? lifeOf(known, row.declined ?? row.history) : [],
    moves: {
      added: row.history ? row.history.added.length + row.history.refined.length : 0,
      kept: row.history?.kept ?? 0,
      contradicted: row.history?.contradicted.length ?? 0,
    },
  };
}

const UNMONITORED: Change = {
  field: 'monitored',
  before: 'not known',
  after: 'no',
  decision: 'file',
  kind: '',
  why: '',
};

const changeOfField = ({ field, before, after, decision }: PlannedRow['differences'][number]): Change => ({
  field,
  before: asText(before),
  after: asText(after),
  decision,
  kind: '',
  why: '',
});

function changesOfHistory(history: HistoryMerge, known: ExistingModel | undefined): readonly Change[] {
  const held = new Map(known?.moves.map((move) => [move.id, move]));
  const plain = { decision: 'file', kind: '', why: '' } as const;
  return [
    ...history.added.map((move) => ({ ...plain, field: `move.${move.to}`, before: '', after: sayMove(move) })),
    ...history.refined.flatMap(({ id, when, version }) => {
      const move = held.get(id);
      if (!move) return [];
      const after = { ...move, ...(when && { when }), ...(version !== undefined && { version }) };
      return [{ ...plain, field: `move.${move.to}`, before: sayMove(move), after: sayMove(after) }];
    }),
    ...history.contradicted.map((one) => ({
      field: `move.${one.told.to}`,
      before: sayMove(one.known),
      after: sayMove(one.told),
      decision: one.decision,
      kind: one.kind,
      why: sayContradiction(one),
    })),
  ];
}

/** What we hold in its order, then what the file adds or tells otherwise; a refined move stands where the file puts it. */
function lifeOf(known: ExistingModel, history: HistoryMerge | null): PreviewRow['life'] {
  const refined = new Map(history?.refined.map((one) => [one.id, one.when]));
  const disputed = new Set(history?.contradicted.map((one) => one.known.id));
  const mark = (stage: KnownMove['to'], when: KnownMove['when'], as: LifeMark) => ({
    stage,
    at: when?.at ?? null,
    precision: when?.precision ?? 'day',
    mark: as,
  });
  return [
    ...known.moves.map(({ id, to, when }) => {
      const told = refined.get(id);
      return told ? mark(to, told, 'added') : mark(to, when, disputed.has(id) ? 'ours' : 'known');
    }),
    ...(history?.added ?? []).map(({ to, when }) => mark(to, when, 'added')),
    ...(history?.contradicted ?? []).map(({ told }) => mark(told.to, told.when, 'file')),
  ];
}

/** `Deployed 2.1, 15 Jun 2025`. */
const sayMove = ({ to, when, version }: ToldMove | KnownMove): string =>
  [[STAGE_LABELS[to], version].filter(Boolean).join(' '), when ? sayDated(when) : 'day not known'].join(', ');

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
