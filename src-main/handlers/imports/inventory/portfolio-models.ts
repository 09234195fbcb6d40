import type { ModelReference, PortfolioModel } from '#domain/identity/identity-types';
import type { ExistingModel } from '../../../importers/inventory/plan-types';
import type { BroughtValues } from '../../../store/imports/brought-values';
import { listImportSources } from '../../../store/imports/imports';
import type { ReadHandle } from '../../../store/journal/handle';
import { parseReferences } from '../../../store/models/cells';
import type { DeletedModel } from '../../../store/models/deleted-models';
import { fieldsOf } from '../../../store/models/model-rows';
import { listMergedModels } from '../../../store/models/models';
import { toKnownMove } from '../../../store/models/moves';
import type { FileSource } from './file-source';

export interface Portfolio {
  readonly existing: readonly ExistingModel[];
  readonly brought: ReadonlyMap<string, BroughtValues>;
  readonly deleted: readonly DeletedModel[];
}

type NameOfSource = (id: string | null) => string;

/** All that a row may be: the models of the portfolio, those that were merged into them, and those that were deleted by hand. */
export async function portfolioModels(
  { existing, brought, deleted }: Portfolio,
  source: FileSource,
  read: ReadHandle,
): Promise<PortfolioModel[]> {
  const names = new Map((await listImportSources(read)).map((one) => [one.id, one.name]));
  // What was imported before sources were kept came from the one inventory that there was.
  const nameOf: NameOfSource = (id) => names.get(id ?? '') ?? source.name;
  const mergedRows = new Map([...brought.values()].flatMap(({ merged }) => [...merged]));
  const merged = (await listMergedModels(read)).map(
    (row): PortfolioModel => ({
      id: row.id,
      name: row.name,
      unit: mergedRows.get(row.id)?.unit ?? '',
      references: referencesOf(parseReferences(row.external_references)),
      ...sourcesOf(mergedRows.get(row.id)?.sources ?? [], nameOf),
      fate: { kind: 'merged', into: row.into_id },
    }),
  );
  return [
    ...existing.map((model) => livingModel(model, brought.get(model.id), nameOf)),
    ...merged,
    ...deleted.map((one) => deletedModel(one, nameOf)),
  ];
}

function livingModel(model: ExistingModel, brought: BroughtValues | undefined, nameOf: NameOfSource): PortfolioModel {
  const { unit = '', purpose = '', notes = '', externalReferences = [] } = model.fields;
  const former = brought?.formerNames.filter((name) => name !== model.name) ?? [];
  const { name: last } = brought?.fields ?? {};
  // A person has renamed it here: the next file may still have its old name.
  const renamed = typeof last === 'string' && last !== model.name ? [last] : [];
  return {
    id: model.id,
    name: model.name,
    ...(former.length + renamed.length > 0 && { formerNames: [...new Set([...former, ...renamed])] }),
    unit,
    texts: [purpose, notes].filter((text) => text !== ''),
    references: referencesOf(externalReferences),
    ...sourcesOf(brought?.sources ?? [], nameOf),
    retired: model.stage === 'retired',
  };
}

function deletedModel({ model, sources }: DeletedModel, nameOf: NameOfSource): PortfolioModel {
  const { name, unit, purpose, notes, externalReferences } = fieldsOf(model);
  return {
    id: model.id,
    name,
    unit,
    texts: [purpose, notes].filter((text) => text !== ''),
    references: referencesOf(externalReferences),
    ...sourcesOf(
      sources.map(({ source_id, key_text }) => [source_id ?? '', key_text] as const),
      nameOf,
    ),
    fate: { kind: 'deleted' },
  };
}

function sourcesOf(
  brought: Iterable<readonly [string, string]>,
  nameOf: NameOfSource,
): Pick<PortfolioModel, 'sources' | 'rowKeys'> {
  const keys = [...brought].map(([id, key]) => ({ source: nameOf(id), key }));
  return { sources: [...new Set(keys.map(({ source }) => source))], rowKeys: keys.filter(({ key }) => key !== '') };
}

const referencesOf = (references: readonly ModelReference[]): readonly ModelReference[] =>
  references.map(({ system, id }) => ({ system, id }));

/** A deleted model as rows are held against it when somebody has said that it is to be brought back. */
export function restoredModel({ model, moves, sources }: DeletedModel): ExistingModel {
  const last = sources.at(-1);
  return {
    id: model.id,
    name: model.name,
    fields: fieldsOf(model),
    stage: model.stage,
    moves: moves.map(toKnownMove),
    keyText: last?.key_text ?? '',
    // Written by imports through the contract's types.
    lastImported: last
      ? (Object.assign({}, ...sources.map(({ fields }) => JSON.parse(fields))) as ExistingModel['lastImported'])
      : null,
    settledMoves: sources.findLast(({ events }) => events.startsWith('{'))?.events ?? '',
    monitoringKnown: model.monitoring_known === 1,
    sourceIds: new Set(sources.flatMap(({ source_id }) => source_id ?? [])),
  };
}
