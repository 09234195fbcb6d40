import type { FieldMapping, Mapping } from '#contract/imports/imports';
import type { VersionsMapping } from '#contract/models/import-versions';
import { periodBetween } from '#domain/connections/seen-between';
import type { Parts } from '../sources/source';
import { aliasesByVersion, betweenOf, PRODUCTION, type SeenModels, versionsByModel } from './live-version';
import type { Registry, RegistryModel, RegistryVersion } from './registry';

/** Which tag of a model is which field, as somebody said. */
export type TagMapping = readonly {
  readonly tag: string;
  readonly field: FieldMapping['field'];
  /** What its values are here; left out: as they stand. */
  readonly values?: FieldMapping['values'];
}[];

const MODEL = { id: 'Registered model', name: 'Name', purpose: 'Description', link: 'Link', stage: 'Stage' } as const;
const VERSION = {
  model: 'Model',
  version: 'Version',
  liveFrom: 'Live from',
  stage: 'Stage',
  alias: 'Aliases',
  registeredAt: 'Created',
} as const;
const TAG_COLUMN = 'Tag ';
const tagColumn = (tag: string): string => `${TAG_COLUMN}${tag}`;
/** The tags that a mapping of these tables names, and what they are. */
export const tagsNamedIn = (
  fields: readonly Pick<FieldMapping, 'field' | 'columns' | 'values'>[],
): { tag: string; field: FieldMapping['field']; values: FieldMapping['values'] }[] =>
  fields.flatMap(({ field, columns: [column = ''], values }) =>
    column.startsWith(TAG_COLUMN) ? [{ tag: column.slice(TAG_COLUMN.length), field, values }] : [],
  );

/** A field that stands in no table of a registry, with how it came about as its column. */
export interface Reckoned {
  readonly field: FieldMapping['field'];
  readonly column: string;
  readonly of: ReadonlyMap<string, string>;
}

interface TablesInput {
  readonly registry: Registry;
  readonly seen: SeenModels;
  /** What its ids belong to. */
  readonly system: string;
  readonly tags: TagMapping;
  /** What is worked out of some models, by the name of each. */
  readonly reckoned?: Reckoned | null | undefined;
  /** ISO calendar date; what a server dates later is not believed. */
  readonly today: string;
}

/** A registry as the two tables that an import knows: one of models, and one of versions where it has any. */
export function registryTables({
  registry,
  seen,
  system,
  tags,
  reckoned,
  today,
}: TablesInput): Pick<Parts, 'inventory' | 'versions'> {
  const versions = versionsByModel(registry);
  const models = registry.models.map((model) => ({
    [MODEL.id]: model.name,
    [MODEL.name]: model.title ?? model.name,
    [MODEL.purpose]: model.description,
    [MODEL.link]: model.link,
    [MODEL.stage]: stageOf(model, versions.get(model.name) ?? [], seen),
    ...Object.fromEntries(tags.map(({ tag }) => [tagColumn(tag), model.tags.get(tag) ?? ''])),
    ...(reckoned && { [reckoned.column]: reckoned.of.get(model.name) ?? '' }),
  }));
  const rows = registry.models.flatMap((model) => {
    const aliases = aliasesByVersion(model);
    const live = betweenOf(seen, model.name);
    return (versions.get(model.name) ?? []).map((one) => {
      const day = live?.version === one.version ? periodBetween(live) : '';
      return {
        [VERSION.model]: one.name,
        [VERSION.version]: one.version,
        [VERSION.liveFrom]: day.slice(0, 10) > today ? '' : day,
        [VERSION.stage]: one.stage,
        [VERSION.alias]: (aliases.get(one.version) ?? []).join('; '),
        [VERSION.registeredAt]: one.createdAt ?? '',
      };
    });
  });
  return {
    inventory: { ending: '.json', content: JSON.stringify(models), mapping: modelsMapping(system, tags, reckoned) },
    versions:
      rows.length === 0 ? null : { ending: ' versions.json', content: JSON.stringify(rows), mapping: VERSIONS_MAPPING },
  };
}

const VERSIONS_MAPPING: VersionsMapping = {
  kind: 'versions',
  fields: (Object.keys(VERSION) as (keyof typeof VERSION)[]).map((field) => ({ field, column: VERSION[field] })), // its own keys
  dateOrder: 'ymd',
  emptyWords: [],
  stages: [],
  unknownModels: 'create',
  models: [],
  whole: true,
};

/** Only what is on its way: where a version is live, its history says so, and of the rest the registry knows no stage. */
function stageOf(model: RegistryModel, versions: readonly RegistryVersion[], seen: SeenModels): string {
  if (betweenOf(seen, model.name) !== null || versions.some(({ stage }) => stage === PRODUCTION)) return '';
  const waits =
    model.aliases.some(({ alias }) => CANDIDATES.has(alias.toLowerCase())) ||
    versions.some(({ stage }) => stage === 'Staging');
  return waits ? 'validation' : '';
}

const CANDIDATES = new Set(['challenger', 'candidate', 'shadow', 'staging']);

function modelsMapping(system: string, tags: TagMapping, reckoned: Reckoned | null | undefined): Mapping {
  const field = (name: FieldMapping['field'], column: string, values: FieldMapping['values'] = []): FieldMapping => ({
    field: name,
    columns: [column],
    separator: ' / ',
    values,
  });
  return {
    fields: [
      field('externalId', MODEL.id),
      field('name', MODEL.name),
      field('purpose', MODEL.purpose),
      field('externalUrl', MODEL.link),
      field('stage', MODEL.stage),
      ...tags.map(({ tag, field: to, values }) => field(to, tagColumn(tag), values)),
      ...(reckoned ? [field(reckoned.field, reckoned.column)] : []),
    ],
    key: ['name'],
    dateOrder: 'ymd',
    decimal: '.',
    emptyWords: [],
    duplicates: 'refuse',
    externalSystem: system,
  };
}
