import type { ReactNode } from 'react';
import { isoDay } from '#domain/base/calendar';
import { minorDigits } from '#domain/base/money';
import type { DatePrecision } from '#domain/base/period';
import type { ModelField } from '#domain/models/field-description';
import { fieldHead, type GridName, MODEL_FIELDS, SORTED_NAMES } from '#domain/models/model-fields';
import { HEALTHS, MONITORINGS, type Monitoring, STAGES, TIERS } from '#domain/vocabulary';
import { type PresentByModel, PresentMarks } from '../../../components/sharing/present-marks';
import { NOTHING_UNSHARED, type Unshared } from '../../../components/sharing/unshared';
import { UnsharedMark } from '../../../components/sharing/unshared-mark';
import { type ColumnStore, numberAt, precisionAt, textAt } from '../../../components/table/column-store';
import type { GridColumnSpec } from '../../../components/table/grid-types';
import css from '../../../components/table/list-page.module.css';
import { StageBadge } from '../../../components/ui/stage-badge';
import { StatusMark } from '../../../components/ui/status-mark';
import { TierMark } from '../../../components/ui/tier-mark';
import { formatDated, formatNumber } from '../../../lib/format';
import type { SortKey } from '../../../lib/portfolio-search';
import { isEditable } from './cell-fields';

interface ColumnInfo {
  readonly id: GridName;
  readonly label: string;
  /** In the narrow head of the grid. */
  readonly head: string;
  readonly width: number;
  readonly grow?: number;
}

/** The width of every column that can be shown, in the order of the chooser. */
const WIDTHS: Readonly<Record<GridName, { readonly width: number; readonly grow?: number }>> = {
  name: { width: 280 },
  stage: { width: 140 },
  tier: { width: 72 },
  unit: { width: 190, grow: 0.8 },
  health: { width: 90 },
  monitoring: { width: 118 },
  businessOwner: { width: 150 },
  technicalOwner: { width: 150 },
  updateFrequency: { width: 104 },
  version: { width: 84 },
  versionSince: { width: 108 },
  stageSince: { width: 116 },
  reviewDue: { width: 108 },
  kind: { width: 140 },
  autonomy: { width: 150 },
  type: { width: 140 },
  origin: { width: 140 },
  criticality: { width: 92 },
  personalData: { width: 108 },
  annualValueMinor: { width: 128 },
  annualRunCostMinor: { width: 142 },
  timeToProductionDays: { width: 166 },
  releasesLast12Months: { width: 150 },
  openIncidents: { width: 92 },
  lastResult: { width: 108 },
  dataQuality: { width: 108 },
  updatedAt: { width: 108 },
  tags: { width: 180 },
};

// Object.keys forgets the key type that the record declares.
export const COLUMNS: readonly ColumnInfo[] = (Object.keys(WIDTHS) as GridName[]).map((id) => {
  const { label, short = label }: ModelField = MODEL_FIELDS[id];
  return { id, label, head: short, ...WIDTHS[id] };
});

export const USUAL_COLUMNS: readonly GridName[] = [
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

/** Whether the engine, and with it a saved view, can sort by this column. */
export const isSortField = (id: string): id is SortKey['field'] => SORTED_NAMES.some((name) => name === id);

const stageNamed = new Map<string, (typeof STAGES)[number]>(STAGES.map((stage) => [stage, stage]));
const healthNamed = new Map<string, (typeof HEALTHS)[number]>(HEALTHS.map((health) => [health, health]));

const monitoringNamed = new Map<string, Monitoring>(MONITORINGS.map((word) => [word, word]));
const monitoringAt = (store: ColumnStore, row: number): Monitoring | null =>
  monitoringNamed.get(textAt(store, 'monitoring', row)) ?? null;

/** Dates are few and formatting them is slow: each is written once. */
const dayTexts: Readonly<Record<DatePrecision, Map<number, string>>> = {
  day: new Map(),
  month: new Map(),
  quarter: new Map(),
  year: new Map(),
};
function dayText(day: number, precision: DatePrecision): string {
  const known = dayTexts[precision].get(day);
  if (known !== undefined) return known;
  const made = formatDated(isoDay(day), precision);
  dayTexts[precision].set(day, made);
  return made;
}

function dayCell(store: ColumnStore, id: GridName): (row: number) => ReactNode {
  const precision =
    id === 'stageSince' ? 'stageSincePrecision' : id === 'versionSince' ? 'versionSincePrecision' : null;
  return (row) => {
    const day = numberAt(store, id, row);
    return day === null ? null : dayText(day, precision === null ? 'day' : precisionAt(store, precision, row));
  };
}

function textCell(store: ColumnStore, id: GridName, labels: Labels | undefined): (row: number) => ReactNode {
  return (row) => {
    const value = textAt(store, id, row);
    return labels === undefined ? value : (labels[value] ?? value);
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
      return stage === undefined ? null : <StageBadge stage={stage} monitoring={monitoringAt(store, row)} />;
    };
  }
  return (row) => {
    const health = healthNamed.get(textAt(store, 'health', row));
    return health === undefined ? null : <StatusMark status={health} />;
  };
}

function numberCell(store: ColumnStore, id: GridName, digits: number, scale: number): (row: number) => ReactNode {
  return (row) => {
    const value = numberAt(store, id, row);
    return value === null ? null : formatNumber(value / scale, digits);
  };
}

type Labels = Readonly<Record<string, string>>;

/** A cell whose value the others do not have yet is marked; one of a new model at its name. */
function markedCell(store: ColumnStore, id: GridName, shown: Shown): (row: number) => ReactNode {
  const cell = cellOf(store, id, shown);
  const { column }: ModelField = MODEL_FIELDS[id];
  return (row) => {
    const modelId = store.ids[row] ?? '';
    const marked = shown.unshared.has('models', modelId, column) || (id === 'name' && shown.unshared.isNew(modelId));
    if (!marked) return cell(row);
    return (
      <>
        <UnsharedMark />
        {cell(row)}
      </>
    );
  };
}

function cellOf(store: ColumnStore, id: GridName, { currency, present }: Shown): (row: number) => ReactNode {
  if (id === 'name') {
    return (row) => {
      const modelId = store.ids[row] ?? '';
      const people = present.get(modelId);
      const link = (
        <a href={`/models/${modelId}`} tabIndex={-1} data-open="" className={css.name}>
          {textAt(store, 'name', row)}
        </a>
      );
      if (people === undefined) return link;
      return (
        <span className={css.named}>
          {link}
          <PresentMarks people={people} />
        </span>
      );
    };
  }
  if (id === 'stage' || id === 'health' || id === 'tier') return markCell(store, id);
  const field: ModelField = MODEL_FIELDS[id];
  switch (field.kind) {
    case 'choice':
      return textCell(store, id, field.vocabulary?.labels);
    case 'money':
      return numberCell(store, id, 0, 10 ** minorDigits(currency));
    case 'number':
      return numberCell(store, id, 0, 1);
    case 'date':
    case 'instant':
      return dayCell(store, id);
    default:
      return textCell(store, id, undefined);
  }
}

/** What cells need besides their store. */
interface Shown {
  readonly currency: string;
  readonly present: PresentByModel;
  readonly unshared: Unshared;
}

const NOBODY_ELSE = { present: new Map(), unshared: NOTHING_UNSHARED };

/** The shown columns over one version of the store. */
export function gridColumns(
  store: ColumnStore,
  visible: readonly string[],
  currency: string,
  { present, unshared }: Pick<Shown, 'present' | 'unshared'> = NOBODY_ELSE,
): readonly GridColumnSpec[] {
  return visible.flatMap((id) => {
    const info = COLUMNS.find((column) => column.id === id);
    if (info === undefined) return [];
    const field: ModelField = MODEL_FIELDS[info.id];
    const unit = field.kind === 'money' ? currency : field.unit;
    return [
      {
        id: info.id,
        label: info.head,
        title: fieldHead(info.id, currency),
        ...(unit === undefined ? {} : { unit }),
        width: info.width,
        ...(info.grow === undefined ? {} : { grow: info.grow }),
        numeric: field.kind === 'money' || field.kind === 'number',
        sortable: isSortField(info.id),
        editable: isEditable(info.id),
        cell: markedCell(store, info.id, { currency, present, unshared }),
      },
    ];
  });
}
