import type { ReactNode } from 'react';
import type { GridColumn } from '#contract/models/grid';
import { isoDay } from '#domain/base/calendar';
import { minorDigits } from '#domain/base/money';
import {
  CRITICALITY_LABELS,
  HEALTHS,
  ORIGIN_LABELS,
  PERSONAL_DATA_LABELS,
  STAGES,
  TIERS,
  UPDATE_FREQUENCY_LABELS,
} from '#domain/vocabulary';
import { type ColumnStore, numberAt, textAt } from '../../../components/table/column-store';
import type { GridColumnSpec } from '../../../components/table/grid-types';
import css from '../../../components/table/list-page.module.css';
import { StageBadge } from '../../../components/ui/stage-badge';
import { StatusMark } from '../../../components/ui/status-mark';
import { TierMark } from '../../../components/ui/tier-mark';
import { formatDate, formatNumber } from '../../../lib/format';
import type { SortKey } from '../../../lib/portfolio-search';
import { isEditable } from './cell-fields';

interface ColumnInfo {
  readonly id: GridColumn;
  readonly label: string;
  readonly width: number;
  readonly grow?: number;
  /** `money`: the currency is the unit. */
  readonly unit?: string;
  readonly look: 'name' | 'text' | 'words' | 'stage' | 'health' | 'tier' | 'money' | 'number' | 'day';
  readonly words?: Readonly<Record<string, string>>;
}

/** Every column that can be shown, in the order of the chooser. */
export const COLUMNS: readonly ColumnInfo[] = [
  { id: 'name', label: 'Name', width: 280, look: 'name' },
  { id: 'stage', label: 'Stage', width: 140, look: 'stage' },
  { id: 'tier', label: 'Tier', width: 72, look: 'tier' },
  { id: 'unit', label: 'Unit', width: 190, grow: 0.8, look: 'text' },
  { id: 'health', label: 'Health', width: 90, look: 'health' },
  { id: 'businessOwner', label: 'Business owner', width: 150, look: 'text' },
  { id: 'technicalOwner', label: 'Technical owner', width: 150, look: 'text' },
  { id: 'updateFrequency', label: 'Updates', width: 104, look: 'words', words: UPDATE_FREQUENCY_LABELS },
  { id: 'version', label: 'Version', width: 84, look: 'text' },
  { id: 'versionSince', label: 'Live since', width: 108, look: 'day' },
  { id: 'stageSince', label: 'In stage since', width: 116, look: 'day' },
  { id: 'reviewDue', label: 'Review due', width: 108, look: 'day' },
  { id: 'type', label: 'Type', width: 140, look: 'text' },
  { id: 'origin', label: 'Origin', width: 140, look: 'words', words: ORIGIN_LABELS },
  { id: 'criticality', label: 'Criticality', width: 92, look: 'words', words: CRITICALITY_LABELS },
  { id: 'personalData', label: 'Personal data', width: 108, look: 'words', words: PERSONAL_DATA_LABELS },
  { id: 'annualValueMinor', label: 'Annual value', width: 128, look: 'money' },
  { id: 'annualRunCostMinor', label: 'Annual run cost', width: 142, look: 'money' },
  { id: 'timeToProductionDays', label: 'Time to production', unit: 'days', width: 166, look: 'number' },
  { id: 'releasesLast12Months', label: 'Releases', unit: 'in 12 months', width: 150, look: 'number' },
  { id: 'updatedAt', label: 'Last change', width: 108, look: 'day' },
  { id: 'tags', label: 'Tags', width: 180, look: 'text' },
];

export const USUAL_COLUMNS: readonly GridColumn[] = [
  'name',
  'stage',
  'tier',
  'unit',
  'health',
  'businessOwner',
  'updateFrequency',
  'version',
  'stageSince',
  'reviewDue',
  'annualValueMinor',
];

const UNSORTED: ReadonlySet<string> = new Set(['tags', 'references']);

/** Whether the engine, and with it a saved view, can sort by this column. */
export const isSortField = (id: string): id is SortKey['field'] =>
  !UNSORTED.has(id) && COLUMNS.some((column) => column.id === id);

const stageNamed = new Map<string, (typeof STAGES)[number]>(STAGES.map((stage) => [stage, stage]));
const healthNamed = new Map<string, (typeof HEALTHS)[number]>(HEALTHS.map((health) => [health, health]));

/** Dates are few and formatting them is slow: each is written once. */
const dayTexts = new Map<number, string>();
function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const made = formatDate(isoDay(day));
  dayTexts.set(day, made);
  return made;
}

function textCell(
  store: ColumnStore,
  id: GridColumn,
  words?: Readonly<Record<string, string>>,
): (row: number) => ReactNode {
  return (row) => {
    const value = textAt(store, id, row);
    return words === undefined ? value : (words[value] ?? value);
  };
}

function markCell(store: ColumnStore, look: 'stage' | 'health' | 'tier'): (row: number) => ReactNode {
  if (look === 'tier') {
    return (row) => {
      const tier = TIERS.find((value) => value === numberAt(store, 'tier', row));
      return tier === undefined ? null : <TierMark tier={tier} />;
    };
  }
  if (look === 'stage') {
    return (row) => {
      const stage = stageNamed.get(textAt(store, 'stage', row));
      return stage === undefined ? null : <StageBadge stage={stage} />;
    };
  }
  return (row) => {
    const health = healthNamed.get(textAt(store, 'health', row));
    return health === undefined ? null : <StatusMark status={health} />;
  };
}

function numberCell(store: ColumnStore, id: GridColumn, digits: number, scale: number): (row: number) => ReactNode {
  return (row) => {
    const value = numberAt(store, id, row);
    return value === null ? null : formatNumber(value / scale, digits);
  };
}

function cellOf(store: ColumnStore, info: ColumnInfo, currency: string): (row: number) => ReactNode {
  switch (info.look) {
    case 'name':
      return (row) => (
        <a href={`/models/${store.ids[row] ?? ''}`} tabIndex={-1} data-open="" className={css.name}>
          {textAt(store, 'name', row)}
        </a>
      );
    case 'text':
    case 'words':
      return textCell(store, info.id, info.words);
    case 'stage':
    case 'health':
    case 'tier':
      return markCell(store, info.look);
    case 'money':
      return numberCell(store, info.id, 0, 10 ** minorDigits(currency));
    case 'number':
      return numberCell(store, info.id, 0, 1);
    case 'day':
      return (row) => {
        const day = numberAt(store, info.id, row);
        return day === null ? null : dayText(day);
      };
  }
}

/** The shown columns over one version of the store. */
export function gridColumns(
  store: ColumnStore,
  visible: readonly string[],
  currency: string,
): readonly GridColumnSpec[] {
  return visible.flatMap((id) => {
    const info = COLUMNS.find((column) => column.id === id);
    if (info === undefined) return [];
    const unit = info.look === 'money' ? currency : info.unit;
    return [
      {
        id: info.id,
        label: info.label,
        ...(unit === undefined ? {} : { unit }),
        width: info.width,
        ...(info.grow === undefined ? {} : { grow: info.grow }),
        numeric: info.look === 'money' || info.look === 'number',
        sortable: isSortField(info.id),
        editable: isEditable(info.id),
        cell: cellOf(store, info, currency),
      },
    ];
  });
}
