import type { GridColumn } from '#contract/models/grid';
import type { Model, ModelRow } from '#contract/models/models';
import type { DatePrecision } from '#domain/base/period';
import type { RowCells } from '../../../components/table/store-slice';

/** A model as lists show it; its own page knows the references as well. */
export type GivenModel = ModelRow & Partial<Pick<Model, 'externalReferences'>>;

const DAY_MS = 86_400_000;
const day = (at: string | null): number | null => (at === null ? null : Math.floor(Date.parse(at) / DAY_MS));

const coarse = (precision: DatePrecision): string => (precision === 'day' ? '' : precision);

const CELL: Readonly<Record<Exclude<GridColumn, 'references'>, (model: ModelRow) => string | number | null>> = {
  name: ({ name }) => name,
  stage: ({ stage }) => stage,
  unit: ({ unit }) => unit,
  tier: ({ tier }) => tier,
  updateFrequency: ({ updateFrequency }) => updateFrequency,
  health: ({ health }) => health,
  monitoring: ({ monitoring }) => monitoring,
  businessOwner: ({ businessOwner }) => businessOwner,
  technicalOwner: ({ technicalOwner }) => technicalOwner,
  type: ({ type }) => type,
  origin: ({ origin }) => origin,
  criticality: ({ criticality }) => criticality,
  personalData: ({ personalData }) => personalData,
  kind: ({ kind }) => kind,
  autonomy: ({ autonomy }) => autonomy,
  annualValueMinor: ({ annualValueMinor }) => annualValueMinor,
  annualRunCostMinor: ({ annualRunCostMinor }) => annualRunCostMinor,
  stageSince: ({ stageSince }) => day(stageSince),
  version: ({ version }) => version,
  versionSince: ({ versionSince }) => day(versionSince),
  timeToProductionDays: ({ timeToProductionDays }) => timeToProductionDays,
  releasesLast12Months: ({ releasesLast12Months }) => releasesLast12Months,
  openIncidents: ({ openIncidents }) => openIncidents,
  lastResult: ({ lastResult }) => day(lastResult),
  dataQuality: (model) => model.dataQuality,
  reviewDue: ({ reviewDue }) => day(reviewDue),
  updatedAt: ({ updatedAt }) => day(updatedAt),
  tags: ({ tags }) => tags.join(', '),
  stageSincePrecision: ({ stageSincePrecision }) => coarse(stageSincePrecision),
  versionSincePrecision: ({ versionSincePrecision }) => coarse(versionSincePrecision),
};

/** A model's row as `models.grid` would send it; handlers/models/model-cells.test.ts holds the two against each other. */
export function modelCells(model: GivenModel): RowCells {
  const cells = Object.entries(CELL).map(([column, cell]) => [column, cell(model)]);
  const references = model.externalReferences?.map(({ system, id }) => `${system}: ${id}`).join(', ');
  return { id: model.id, cells: { ...Object.fromEntries(cells), ...(references !== undefined && { references }) } };
}
