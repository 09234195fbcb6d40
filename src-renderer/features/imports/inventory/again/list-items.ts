import type { InventoryPreview } from '#contract/imports/imports';
import { CHANGE_GROUPS, type ChangeGroup } from '#domain/models/history/change-group';
import { formatCount, formatNumber } from '../../../../lib/format';
import { type ChangeCounts, type GroupedRows, type Row, ruleField } from './again-rows';
import { GROUP_WORDS, kindTitle, leadChange } from './again-words';
import type { BothSides } from './both-sides';

export const FILTERS = [
  'changes',
  'new',
  ...CHANGE_GROUPS.filter((group) => group !== 'contradicted'),
  'contradicted',
  'as_before',
  'perhaps',
  'missing',
  'removed',
] as const;
export type Filter = (typeof FILTERS)[number];

const FILTER_WORDS: Readonly<Record<Filter, string>> = {
  changes: 'Changes',
  new: 'New',
  moved: 'Moved',
  retired: 'Retired',
  dated: 'Day added',
  values: 'Values',
  contradicted: 'Contradicted',
  as_before: 'As before',
  perhaps: 'Perhaps',
  missing: 'Missing',
  removed: 'Removed',
};

export interface FilterChip {
  readonly filter: Filter;
  readonly label: string;
  readonly count: number;
}

/** The filters with the numbers of the whole file, in the words of the bar. */
export function filterChips(preview: InventoryPreview, changes: ChangeCounts, sides: BothSides): readonly FilterChip[] {
  const changed = CHANGE_GROUPS.reduce((sum, group) => sum + changes[group], 0);
  const counts: Readonly<Record<Filter, number>> = {
    changes: preview.creates + changed,
    new: preview.creates,
    moved: changes.moved,
    retired: changes.retired,
    dated: changes.dated,
    values: changes.values,
    contradicted: changes.contradicted,
    as_before: Math.max(0, preview.unchanged - changes.unchanged),
    perhaps: preview.waiting,
    missing: sides.missing,
    removed: preview.removed,
  };
  return FILTERS.map((filter) => ({ filter, label: FILTER_WORDS[filter], count: counts[filter] }));
}

export type ListItem =
  | { readonly kind: 'head'; readonly key: string; readonly title: string; readonly hint: string }
  | { readonly kind: 'row'; readonly key: string; readonly row: Row; readonly group: ChangeGroup | null }
  | {
      readonly kind: 'name';
      readonly key: string;
      readonly name: string;
      readonly unit: string;
      readonly owner: string;
      /** When the owner was asked; `null`: not yet. */
      readonly asked: string | null;
    }
  | { readonly kind: 'note'; readonly key: string; readonly text: string };

const note = (text: string): ListItem => ({ kind: 'note', key: text, text });

const rowItem = (row: Row, group: ChangeGroup | null): ListItem => ({ kind: 'row', key: `row ${row.row}`, row, group });

function headed(group: ChangeGroup, rows: readonly Row[], key: string, about: string): readonly ListItem[] {
  if (rows.length === 0) return [];
  const { title, hint } = GROUP_WORDS[group];
  return [
    { kind: 'head', key, title: `${title}${about}: ${formatNumber(rows.length)}`, hint },
    ...rows.map((row) => rowItem(row, group)),
  ];
}

/** The rows of a group under their heading; contradictions of one kind stand together, those of most rows first. */
function groupItems(groups: GroupedRows, changes: ChangeCounts, group: ChangeGroup): readonly ListItem[] {
  const left = changes[group] - groups[group].length;
  return [
    ...shownItems(groups, group),
    ...(left > 0 ? [note(`${formatCount(left, 'further row')} of this kind: counted, and not shown one by one.`)] : []),
  ];
}

function shownItems(groups: GroupedRows, group: ChangeGroup): readonly ListItem[] {
  if (group !== 'contradicted') return headed(group, groups[group], group, '');
  const kinds = new Map<string, Row[]>();
  for (const row of groups.contradicted) {
    const lead = leadChange(row, group);
    const field = lead ? ruleField(lead) : '';
    kinds.set(field, [...(kinds.get(field) ?? []), row]);
  }
  return [...kinds]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([field, rows]) => headed(group, rows, `contradicted ${field}`, `, ${kindTitle(field)}`));
}

/** Rows of an action; of a long file a preview holds only the first. */
function rowsOf(
  preview: InventoryPreview,
  action: Row['action'],
  total: number,
  groups: GroupedRows,
): readonly ListItem[] {
  const grouped = new Set(CHANGE_GROUPS.flatMap((group) => groups[group]));
  const rows = preview.sample.filter((row) => row.action === action && !grouped.has(row));
  const left = total - rows.length;
  return [
    ...rows.map((row) => rowItem(row, null)),
    ...(left > 0 ? [note(`${formatCount(left, 'further row')} of this kind: counted, and not shown one by one.`)] : []),
  ];
}

function newItems(preview: InventoryPreview, groups: GroupedRows): readonly ListItem[] {
  if (preview.creates === 0) return [];
  const title = `New: ${formatNumber(preview.creates)}`;
  return [
    { kind: 'head', key: 'new', title, hint: 'no model of yours has their id, or their name and unit' },
    ...rowsOf(preview, 'create', preview.creates, groups),
  ];
}

/** What a filter lists, from top to bottom; contradictions come first. */
export function listItems(
  filter: Filter,
  preview: InventoryPreview,
  groups: GroupedRows,
  changes: ChangeCounts,
  sides: BothSides,
): readonly ListItem[] {
  switch (filter) {
    case 'changes': {
      const items = [
        ...CHANGE_GROUPS.flatMap((group) => groupItems(groups, changes, group)),
        ...newItems(preview, groups),
      ];
      return items.length > 0 ? items : [note('The file says nothing that you do not have.')];
    }
    case 'new':
      return some(newItems(preview, groups), 'Every row of the file is of a model that you have.');
    case 'as_before':
      return some(rowsOf(preview, 'unchanged', preview.unchanged, groups), 'No row says just what you have.');
    case 'perhaps':
      return some(rowsOf(preview, 'wait', preview.waiting, groups), 'No row waits for an answer.');
    case 'missing':
      return some(missingItems(preview, sides), 'Every model that could be in the file is in it.');
    case 'removed':
      return [note('Nothing is removed: an import adds and changes, and what the file does not have stays.')];
    default:
      return some(groupItems(groups, changes, filter), 'No row of this kind.');
  }
}

const some = (items: readonly ListItem[], otherwise: string): readonly ListItem[] =>
  items.length > 0 ? items : [note(otherwise)];

function missingItems({ missingModels }: InventoryPreview, sides: BothSides): readonly ListItem[] {
  const gone = missingModels.filter(({ offered }) => !offered);
  const left = sides.missing - gone.length;
  return [
    ...gone.map(
      ({ modelId, name, unit, owner, asked }): ListItem => ({ kind: 'name', key: modelId, name, unit, owner, asked }),
    ),
    ...(left > 0 ? [note(`${formatCount(left, 'further model')}, not shown one by one.`)] : []),
  ];
}
