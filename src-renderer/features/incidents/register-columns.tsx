import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Input } from '#contract/index';
import { minorDigits } from '#domain/base/money';
import { isUnresolved } from '#domain/incidents/incident-moves';
import { DETECTED_BY_LABELS, HARM_CATEGORY_LABELS, INCIDENT_CAUSE_LABELS } from '#domain/incidents/vocabulary';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { IncidentStatusMark, SeverityMark } from '../../components/incidents/incident-marks';
import { NOTHING_UNSHARED, type Unshared } from '../../components/sharing/unshared';
import { UnsharedMark } from '../../components/sharing/unshared-mark';
import type { GridColumnSpec } from '../../components/table/grid-types';
import css from '../../components/table/list-page.module.css';
import { TierMark } from '../../components/ui/tier-mark';
import { formatDate, formatDateTime, formatFigure, formatNumber } from '../../lib/format';
import type { IncidentSortKey } from '../../lib/incident-search';
import { localDay } from '../../lib/local-day';
import { isEditableColumn, YES_NO_LABELS } from './incident-cells';
import type { IncidentRow } from './incident-types';
import type { IncidentRows } from './use-incident-rows';

type ExportColumn = Input<'exports.incidents'>['columns'][number];

interface ColumnInfo {
  readonly id: ExportColumn;
  readonly label: string;
  readonly width: number;
  readonly grow?: number;
  /** `money`: the currency is the unit. */
  readonly unit?: string;
  readonly numeric?: boolean;
  readonly sort?: IncidentSortKey['field'];
  readonly cell: (row: IncidentRow, currency: string) => ReactNode;
}

/** What nobody has said stays empty in the grid. */
const said = <V extends string>(value: V, labels: Readonly<Record<V, string>>): string =>
  value === 'unknown' ? '' : labels[value];
const time = (value: string | null): string => (value === null ? '' : formatDateTime(value));
const hours = (value: number | null): string => (value === null ? '' : formatFigure(value));
/** Times are noted to the minute: a hundredth of an hour is finer than what is known. */
const span = (value: number | null): string => (value === null ? '' : formatNumber(value, 2));

function title(row: IncidentRow): ReactNode {
  return (
    <a href={`/incidents/${row.id}`} tabIndex={-1} data-open="" className={css.name}>
      {row.title}
    </a>
  );
}

function modelName(row: IncidentRow): ReactNode {
  if (row.modelId === null)
    return <span className="mf-faint">{row.modelText === '' ? 'No model' : `No model: ${row.modelText}`}</span>;
  return (
    <Link to="/models/$modelId" params={{ modelId: row.modelId }} tabIndex={-1} className={css.name}>
      {row.modelName}
    </Link>
  );
}

/** The day is told as passed where it is and nobody has said that the incident is mitigated. */
function due({ mitigationDue, mitigatedAt, status }: IncidentRow): ReactNode {
  if (mitigationDue === null) return null;
  const late = mitigatedAt === null && isUnresolved(status) && mitigationDue < localDay(new Date());
  return late ? <span className={css.late}>{formatDate(mitigationDue)}, passed</span> : formatDate(mitigationDue);
}

/** Every column that can be shown, in the order of the chooser. */
export const COLUMNS: readonly ColumnInfo[] = [
  { id: 'title', label: 'Incident', width: 230, sort: 'title', cell: title },
  { id: 'number', label: 'No.', width: 64, numeric: true, sort: 'number', cell: (row) => formatNumber(row.number) },
  {
    id: 'severity',
    label: 'Severity',
    width: 96,
    sort: 'severity',
    cell: (row) => (row.severity === null ? null : <SeverityMark severity={row.severity} />),
  },
  {
    id: 'status',
    label: 'Status',
    width: 120,
    sort: 'status',
    cell: (row) => <IncidentStatusMark status={row.status} />,
  },
  { id: 'modelName', label: 'Model', width: 150, grow: 0.5, sort: 'modelName', cell: modelName },
  { id: 'openedAt', label: 'Opened', width: 180, sort: 'openedAt', cell: (row) => time(row.openedAt) },
  {
    id: 'timeToAcknowledgeHours',
    label: 'Acknowledged after',
    unit: 'hours',
    width: 168,
    numeric: true,
    sort: 'timeToAcknowledgeHours',
    cell: (row) => span(row.timeToAcknowledgeHours),
  },
  {
    id: 'timeToResolveHours',
    label: 'Resolved after',
    unit: 'hours',
    width: 140,
    numeric: true,
    sort: 'timeToResolveHours',
    cell: (row) => span(row.timeToResolveHours),
  },
  { id: 'cause', label: 'Cause', width: 150, sort: 'cause', cell: (row) => said(row.cause, INCIDENT_CAUSE_LABELS) },
  {
    id: 'detectedBy',
    label: 'Detected by',
    width: 120,
    sort: 'detectedBy',
    cell: (row) => said(row.detectedBy, DETECTED_BY_LABELS),
  },
  { id: 'owner', label: 'Owner', width: 140, sort: 'owner', cell: (row) => row.owner },
  {
    id: 'personHours',
    label: 'Work',
    unit: 'person-hours',
    width: 130,
    numeric: true,
    sort: 'personHours',
    cell: (row) => hours(row.personHours),
  },
  {
    id: 'costMinor',
    label: 'Cost',
    unit: 'money',
    width: 110,
    numeric: true,
    sort: 'costMinor',
    cell: (row, currency) => (row.costMinor === null ? '' : formatNumber(row.costMinor / 10 ** minorDigits(currency))),
  },
  {
    id: 'causedByChange',
    label: 'By a change',
    width: 112,
    cell: (row) => said(row.causedByChange, YES_NO_LABELS),
  },
  { id: 'mitigationOwner', label: 'Mitigated by', width: 140, cell: (row) => row.mitigationOwner },
  { id: 'mitigationDue', label: 'To be mitigated by', width: 150, cell: due },
  { id: 'mitigation', label: 'What mitigated it', width: 200, cell: (row) => row.mitigation },
  { id: 'mitigationVersion', label: 'Version that did', width: 130, cell: (row) => row.mitigationVersion },
  { id: 'harmCategory', label: 'Harm', width: 150, cell: (row) => said(row.harmCategory, HARM_CATEGORY_LABELS) },
  { id: 'reportable', label: 'Reportable', width: 100, cell: (row) => said(row.reportable, YES_NO_LABELS) },
  { id: 'unit', label: MODEL_FIELDS.unit.short, width: 160, sort: 'unit', cell: (row) => row.unit },
  {
    id: 'tier',
    label: MODEL_FIELDS.tier.label,
    width: 72,
    sort: 'tier',
    cell: (row) => (row.tier === null ? null : <TierMark tier={row.tier} />),
  },
  { id: 'version', label: 'Version', width: 90, cell: (row) => row.version },
  { id: 'resolvedAt', label: 'Resolved', width: 168, sort: 'resolvedAt', cell: (row) => time(row.resolvedAt) },
  { id: 'reviewedAt', label: 'Reviewed', width: 168, cell: (row) => time(row.reviewedAt) },
  {
    id: 'source',
    label: 'From',
    width: 150,
    cell: (row) => [row.source, row.externalId].filter((part) => part !== '').join(' '),
  },
  {
    id: 'updatedAt',
    label: MODEL_FIELDS.updatedAt.label,
    width: 168,
    sort: 'updatedAt',
    cell: (row) => time(row.updatedAt),
  },
];

export const KNOWN_COLUMNS: readonly string[] = COLUMNS.map(({ id }) => id);
export const USUAL_COLUMNS: readonly string[] = KNOWN_COLUMNS.slice(0, KNOWN_COLUMNS.indexOf('causedByChange'));

export const sortField = (id: string): IncidentSortKey['field'] | undefined =>
  COLUMNS.find((column) => column.id === id)?.sort;

/** What a cell shows beside its own field. */
const BESIDE: Partial<Record<ExportColumn, ExportColumn>> = { modelName: 'modelText', source: 'externalId' };

/** The shown columns as the export names them: one for each field that a cell shows. */
export const exportColumns = (visible: readonly string[]): ExportColumn[] =>
  visible.flatMap((id) => {
    const shown = COLUMNS.find((column) => column.id === id)?.id;
    if (shown === undefined) return [];
    const beside = BESIDE[shown];
    return beside === undefined ? [shown] : [shown, beside];
  });

/** The shown columns over the rows that are there. */
export function registerColumns(
  at: IncidentRows['at'],
  visible: readonly string[],
  currency: string,
  unshared: Unshared = NOTHING_UNSHARED,
): readonly GridColumnSpec[] {
  return visible.flatMap((id) => {
    const info = COLUMNS.find((column) => column.id === id);
    if (info === undefined) return [];
    const unit = info.unit === 'money' ? currency : info.unit;
    return [
      {
        id,
        label: info.label,
        ...(unit === undefined ? {} : { unit }),
        width: info.width,
        ...(info.grow === undefined ? {} : { grow: info.grow }),
        numeric: info.numeric ?? false,
        sortable: info.sort !== undefined,
        editable: isEditableColumn(id),
        cell: (row: number) => {
          const incident = at(row);
          if (incident !== undefined) {
            const cell = info.cell(incident, currency);
            // What of an incident is new is told by its page; here it is marked at its title.
            return id === 'title' && unshared.has('incidents', incident.id) ? (
              <>
                <UnsharedMark />
                {cell}
              </>
            ) : (
              cell
            );
          }
          return id === 'title' ? <span className="mf-faint">…</span> : null;
        },
      },
    ];
  });
}
