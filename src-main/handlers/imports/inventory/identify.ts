import type { ImportRequest, Mapping } from '#contract/imports/imports';
import { decideIdentities, type IdentityDecision } from '#domain/identity/decide-identities';
import type {
  IdentityAnswer,
  InventoryRow,
  PortfolioModel,
  RowDecision,
  WaitedRow,
} from '#domain/identity/identity-types';
import type { UnitAlias } from '#domain/identity/unit-alias';
import { compileMapping } from '../../../importers/inventory/compile-mapping';
import type { RowIdentity } from '../../../importers/inventory/plan-row';
import type { ExistingModel } from '../../../importers/inventory/plan-types';
import { createRowReader, type RowReading } from '../../../importers/inventory/read-row';
import { rowBlocks } from '../../../importers/tabular/sample-table';
import type { OpenTable, Pass, Table } from '../../../importers/tabular/table';
import {
  listBroughtValues,
  listIdentityAnswers,
  listImportSources,
  listModelsByRow,
  listUnitAliases,
  rowsOfLastImport,
} from '../../../store/imports/imports';
import { type IdentityAnswerRow, type SourceRow, WAITS } from '../../../store/imports/tables';
import type { ReadHandle } from '../../../store/journal/handle';
import { parseReferences } from '../../../store/models/cells';
import { listMergedModels } from '../../../store/models/models';

/** Without a name of its own, an inventory belongs to this source, and its ids to this system. */
const INVENTORY = 'Inventory';

type Rules = ImportRequest['rules'];

/** The source that a file belongs to, and what was decided about it once. */
export interface FileSource {
  readonly name: string;
  readonly system: string;
  /** `null`: it comes for the first time. */
  readonly known: SourceRow | null;
  /** Fields that name a row in it, as long as it has no id. */
  readonly key: Mapping['key'];
  /** Who is right by field, as it was kept the last time. */
  readonly rules: Rules;
}

/** Rules by field, a later one in the place of an earlier. */
export const withRules = (kept: Rules, said: Rules): Rules =>
  [...new Map([...kept, ...said].map(({ field, decision }) => [field, decision]))].map(([field, decision]) => ({
    field,
    decision,
  }));

/** What is known of whose row each is. */
export interface Identified {
  readonly rows: ReadonlyMap<number, RowIdentity>;
  readonly decision: IdentityDecision;
  readonly inventory: ReadonlyMap<number, InventoryRow>;
}

/** The source that is named, or the one of the mapping's system; its key is the one that a person chose for it. */
export async function findSource(request: ImportRequest, mapping: Mapping, read: ReadHandle): Promise<FileSource> {
  const system = mapping.externalSystem === '' ? INVENTORY : mapping.externalSystem;
  const name = request.source ?? system;
  const known = (await listImportSources(read)).find((source) => source.name === name) ?? null;
  // Written from a mapping's key.
  const kept = known ? (JSON.parse(known.key) as Mapping['key']) : null;
  // Written by `keepSource` from a request's rules.
  const rules = known ? (JSON.parse(known.rules) as Rules) : [];
  return { name, system, known, key: request.mapping || kept === null ? mapping.key : kept, rules };
}

export interface IdentifyRequest {
  readonly request: ImportRequest;
  readonly table: Table | OpenTable;
  readonly fileHash: string;
  readonly mapping: Mapping;
  readonly source: FileSource;
  readonly existing: readonly ExistingModel[];
  readonly currency: string;
  readonly now: string;
  readonly signal: AbortSignal;
}

/**
 * Whose row each is; `null` where the portfolio is empty, so that all are new. Rows of the very file that was imported
 * before are the models that they became then.
 */
export async function identify(input: IdentifyRequest, read: ReadHandle): Promise<Identified | null> {
  const { source, existing } = input;
  if (existing.length === 0) return null;
  const rows = await inventoryRows(input);
  const kept = source.known === null ? [] : await listIdentityAnswers(read, source.known.id);
  const decision = decideIdentities({
    portfolioModels: await portfolioModels(existing, source, read),
    rows,
    source: {
      name: source.name,
      system: source.system,
      rowsLastTime: source.known ? await rowsOfLastImport(read, source.known.id) : null,
    },
    key: source.key,
    aliases: [...(await keptAliases(read)), ...input.request.unitAnswers],
    answers: [...keptAnswers(kept), ...input.request.answers.map(toAnswer)],
    waited: keptWaits(kept),
  });
  const before = await listModelsByRow(read, input.fileHash);
  const wait = input.request.doubles === 'wait';
  return {
    rows: new Map(decision.rows.map((row) => [row.row, identityOf(row, before, wait)])),
    decision,
    inventory: new Map(rows.map((row) => [row.row, row])),
  };
}

/** What rows wait for that nobody has been asked to put off: each with the models that it may be. */
export function waitsOf({ decision, rows }: Identified): readonly WaitedRow[] {
  const kept = new Map<string, WaitedRow>();
  for (const row of decision.rows) {
    const [rowKey] = row.keys;
    if (rowKey === undefined || row.outcome === 'held' || rows.get(row.row)?.is !== 'wait') continue;
    const models = [
      ...row.candidates,
      ...row.offers.map(({ model }) => model),
      ...(row.model === null ? [] : [row.model]),
    ];
    for (const model of models) kept.set(`${model} ${rowKey}`, { model, rowKey });
  }
  return [...kept.values()];
}

function identityOf(row: RowDecision, before: ReadonlyMap<number, string>, wait: boolean): RowIdentity {
  const same = before.get(row.row);
  // The same bytes: the row is what it was, whatever else is called so.
  if (row.outcome === 'ambiguous' && same !== undefined && row.candidates.includes(same))
    return { is: 'model', id: same };
  if (row.asks.length > 0) return { is: 'wait', why: 'whether a unit is one of yours has to be answered first.' };
  if (row.model !== null && (row.outcome === 'matched' || row.outcome === 'renamed'))
    return { is: 'model', id: row.model, agreesInUnit: row.agreesInUnit };
  if (row.outcome === 'created' && wait && row.offers.length > 0)
    return { is: 'wait', why: row.offers[0]?.reasonsFor[0] ?? 'it may be a model that you have.' };
  if (row.outcome === 'ambiguous' || row.outcome === 'held') return { is: 'wait', why: row.why };
  return { is: 'new' };
}

async function inventoryRows({ table, mapping, currency, now, signal }: IdentifyRequest): Promise<InventoryRow[]> {
  const compiled = compileMapping(table, mapping);
  const readRow = createRowReader(compiled, {
    dateOrder: mapping.dateOrder,
    decimal: mapping.decimal,
    currency,
    today: now.slice(0, 10),
    externalSystem: mapping.externalSystem,
  });
  const rows: InventoryRow[] = [];
  const pass: Pass = { signal };
  for await (const block of rowBlocks(table, pass)) {
    block.rows.forEach((cells, index) => {
      const reading = readRow(block.numbers[index] ?? 0, cells);
      if (reading.fields.name !== undefined) rows.push(inventoryRow(reading, compiled.key));
    });
  }
  return rows;
}

function inventoryRow(reading: RowReading, key: readonly string[]): InventoryRow {
  const { fields } = reading;
  return {
    row: reading.row,
    name: fields.name ?? '',
    unit: fields.unit ?? '',
    externalId: fields.externalReferences?.[0]?.id ?? '',
    texts: [fields.purpose ?? '', fields.notes ?? ''].filter((text) => text !== ''),
    fields: Object.fromEntries(key.map((field, index) => [field, reading.keyParts[index] ?? ''])),
  };
}

async function portfolioModels(
  existing: readonly ExistingModel[],
  source: FileSource,
  read: ReadHandle,
): Promise<PortfolioModel[]> {
  const brought = await listBroughtValues(read);
  const names = new Map((await listImportSources(read)).map((one) => [one.id, one.name]));
  // What was imported before sources were kept came from the one inventory that there was.
  const nameOf = (id: string): string => names.get(id) ?? source.name;
  const living = existing.map((model): PortfolioModel => {
    const sources = [...(brought.get(model.id)?.sources ?? [])].map(([id, key]) => ({ source: nameOf(id), key }));
    const { unit = '', purpose = '', notes = '', externalReferences = [] } = model.fields;
    return {
      id: model.id,
      name: model.name,
      unit,
      texts: [purpose, notes].filter((text) => text !== ''),
      references: externalReferences.map(({ system, id }) => ({ system, id })),
      sources: sources.map((one) => one.source),
      rowKeys: sources,
      retired: model.stage === 'retired',
    };
  });
  const merged = (await listMergedModels(read)).map(
    (row): PortfolioModel => ({
      id: row.id,
      name: row.name,
      unit: '',
      references: parseReferences(row.external_references).map(({ system, id }) => ({ system, id })),
      sources: [],
      fate: { kind: 'merged', into: row.into_id },
    }),
  );
  return [...living, ...merged];
}

const ALIAS_KINDS = ['same', 'part_of', 'now_called', 'not_same'] as const;

async function keptAliases(read: ReadHandle): Promise<UnitAlias[]> {
  return (await listUnitAliases(read)).map((row) => ({
    short: row.alias,
    full: row.unit,
    scope: row.scope,
    kind: ALIAS_KINDS.find((kind) => kind === row.kind) ?? 'same',
  }));
}

function keptAnswers(kept: readonly IdentityAnswerRow[]): IdentityAnswer[] {
  return kept.flatMap((row) => {
    const answer = ANSWERS.find((one) => one === row.answer);
    return row.model_id === null || answer === undefined ? [] : [{ model: row.model_id, rowKey: row.row_key, answer }];
  });
}

const keptWaits = (kept: readonly IdentityAnswerRow[]): WaitedRow[] =>
  kept.flatMap(({ model_id: model, row_key: rowKey, answer }) =>
    model !== null && answer === WAITS ? [{ model, rowKey }] : [],
  );

const ANSWERS = ['same', 'different', 'later', 'leave_out'] as const;

const toAnswer = ({ rowKey, modelId, answer }: ImportRequest['answers'][number]): IdentityAnswer => ({
  model: modelId,
  rowKey,
  answer,
});
