import type { ImportField } from '#contract/imports/import-field';
import type { ImportRequest, Mapping } from '#contract/imports/imports';
import { decideIdentities, type IdentityDecision } from '#domain/identity/decide-identities';
import { foldName } from '#domain/identity/fold-name';
import type { IdentityAnswer, InventoryRow, RowDecision, WaitedRow } from '#domain/identity/identity-types';
import type { Brought, Spoken } from '#domain/identity/settling';
import type { UnitAlias } from '#domain/identity/unit-alias';
import { compileMapping } from '../../../importers/inventory/compile-mapping';
import type { RowIdentities, RowIdentity } from '../../../importers/inventory/plan-row';
import { createRowReader, type RowReading } from '../../../importers/inventory/read-row';
import { rowBlocks } from '../../../importers/tabular/sample-table';
import type { OpenTable, Pass, Table } from '../../../importers/tabular/table';
import {
  listIdentityAnswers,
  listModelsBroughtOn,
  listModelsByRow,
  listUnitAliases,
  rowsOfLastImport,
} from '../../../store/imports/imports';
import { type IdentityAnswerRow, WAITS } from '../../../store/imports/tables';
import type { ReadHandle } from '../../../store/journal/handle';
import type { DeletedModel } from '../../../store/models/deleted-models';
import type { FileSource } from './file-source';
import type { Portfolio, PortfolioFacts } from './portfolio-models';
import type { Work } from './recent-work';
import { readUnsettled, type Unread, type Unsettled } from './unsettled';

/** What is known of whose row each is. */
export interface Identified {
  readonly rows: RowIdentities;
  readonly decision: IdentityDecision;
  /** Rows by their numbers; of a long file those that had to be decided. */
  readonly inventory: ReadonlyMap<number, InventoryRow>;
  readonly isLong: boolean;
  /** Models that rows may name though they were deleted here. */
  readonly deleted: ReadonlyMap<string, DeletedModel>;
}

/** The deleted models that are brought back, as somebody said of a row. */
export const restoredBy = (identified: Identified | null): readonly DeletedModel[] =>
  identified?.decision.rows.flatMap(({ restored, model }) =>
    restored ? (identified.deleted.get(model ?? '') ?? []) : [],
  ) ?? [];

export interface IdentifyRequest {
  readonly request: ImportRequest;
  readonly table: Table | OpenTable;
  readonly fileHash: string;
  readonly mapping: Mapping;
  readonly source: FileSource;
  /** With its models, or, where the file is too long to be held, without. */
  readonly portfolio: Portfolio | PortfolioFacts;
  /** Names of units that the file teaches by itself. */
  readonly taught: readonly UnitAlias[];
  readonly work: Work;
  readonly currency: string;
  readonly now: string;
  readonly signal: AbortSignal;
}

/**
 * Whose row each is; `null` where the portfolio is empty, so that all are new. Rows of the very file that was imported
 * before are the models that they became then.
 */
export async function identify(input: IdentifyRequest, read: ReadHandle): Promise<Identified | null> {
  const { source, portfolio, now, fileHash } = input;
  if (portfolio.living === 0) return null;
  const kept = source.known === null ? [] : await listIdentityAnswers(read, source.known.id);
  const spoken: Spoken = {
    answers: keptAnswers(kept),
    said: input.request.answers.map(toAnswer),
    waited: keptWaits(kept),
    ...(source.known && { metToday: await listModelsBroughtOn(read, source.known.id, now.slice(0, 10), fileHash) }),
  };
  const rowsLastTime = source.known ? await rowsOfLastImport(read, source.known.id) : null;
  const brought: Brought = { source: { name: source.name, system: source.system, rowsLastTime }, key: source.key };
  const { models, rows, settled, known } = await unsettledOf(input, brought, spoken, read);
  const decision = decideIdentities(
    {
      portfolioModels: models,
      rows,
      ...brought,
      aliases: await aliasesOf(input, read),
      ...spoken,
      ...(settled && { settled }),
    },
    input.work.likeness,
  );
  const isAmbiguous = decision.rows.some(({ outcome }) => outcome === 'ambiguous');
  const before = oneRowEach(isAmbiguous ? await listModelsByRow(read, input.fileHash) : new Map<number, string>());
  const wait = input.request.doubles === 'wait';
  const decided = new Map(decision.rows.map((row) => [row.row, identityOf(row, before, wait)]));
  return {
    rows: known ? { get: (row) => known.get(row) ?? decided.get(row) } : decided,
    decision,
    inventory: new Map(rows.map((row) => [row.row, row])),
    isLong: known !== undefined,
    deleted: new Map(portfolio.deleted.map((one) => [one.model.id, one])),
  };
}

/** Of rows that were merged into one model since, none is the model because it stands where it stood. */
function oneRowEach(before: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const times = new Map<string, number>();
  for (const model of before.values()) times.set(model, (times.get(model) ?? 0) + 1);
  return new Map([...before].filter(([, model]) => times.get(model) === 1));
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
  const numberless = { numberless: row.id === null };
  // The same bytes: the row is what it was, whatever else is called so.
  if (row.outcome === 'ambiguous' && same !== undefined && row.candidates.includes(same))
    return { is: 'model', id: same, ...numberless };
  if (row.asks.length > 0) return { is: 'wait', why: 'whether a unit is one of yours has to be answered first.' };
  if (row.model !== null && (row.outcome === 'matched' || row.outcome === 'renamed'))
    return { is: 'model', id: row.model, agreesInUnit: row.agreesInUnit, isBack: row.restored, ...numberless };
  if (row.outcome === 'created' && wait && row.offers.length > 0)
    return { is: 'wait', why: row.offers[0]?.reasonsFor[0] ?? 'it may be a model that you have.' };
  if (row.outcome === 'ambiguous' || row.outcome === 'held') return { is: 'wait', why: row.why };
  return { is: 'new', unit: row.unitHere, ...numberless };
}

/** What tells models apart, besides the key: days and stages do not. */
const TELLING: ReadonlySet<ImportField> = new Set(['name', 'unit', 'externalId', 'purpose', 'notes']);

async function unsettledOf(
  input: IdentifyRequest,
  brought: Brought,
  spoken: Spoken,
  read: ReadHandle,
): Promise<Unsettled> {
  const { portfolio, work, signal } = input;
  const eachRow: Unread['eachRow'] = (visit) => eachInventoryRow(input, visit);
  if (!('models' in portfolio)) return readUnsettled({ facts: portfolio, brought, spoken, eachRow, signal }, read);
  if (work.rows === null) {
    const rows: InventoryRow[] = [];
    await eachRow((row) => rows.push(row));
    work.rows = rows;
  }
  return { models: [...portfolio.models, ...portfolio.gone], rows: work.rows };
}

async function eachInventoryRow(
  { table, mapping, currency, now, signal }: IdentifyRequest,
  visit: (row: InventoryRow) => void,
): Promise<void> {
  const fields = mapping.fields.filter(({ field }) => TELLING.has(field) || mapping.key.includes(field));
  const compiled = compileMapping(table, { ...mapping, fields });
  const readRow = createRowReader(compiled, {
    dateOrder: mapping.dateOrder,
    decimal: mapping.decimal,
    currency,
    today: now.slice(0, 10),
    externalSystem: mapping.externalSystem,
  });
  const pass: Pass = { signal };
  for await (const block of rowBlocks(table, pass)) {
    block.rows.forEach((cells, index) => {
      const reading = readRow(block.numbers[index] ?? 0, cells);
      if (reading.fields.name !== undefined) visit(inventoryRow(reading, compiled.key));
    });
  }
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

const ALIAS_KINDS = ['same', 'part_of', 'now_called', 'not_same'] as const;

/** What the portfolio knows, what the file teaches unless somebody has said otherwise, and what was answered here. */
async function aliasesOf({ request, taught }: IdentifyRequest, read: ReadHandle): Promise<readonly UnitAlias[]> {
  const said = [...(await keptAliases(read)), ...request.unitAnswers];
  return [...said, ...newAliases(taught, said)];
}

/** Those whose names nothing has been said about. */
export function newAliases(taught: readonly UnitAlias[], said: readonly UnitAlias[]): readonly UnitAlias[] {
  const textOf = ({ short, full, scope }: UnitAlias): string =>
    JSON.stringify([...[foldName(short), foldName(full)].sort(), foldName(scope)]);
  const known = new Set(said.map(textOf));
  return taught.filter((alias) => !known.has(textOf(alias)));
}

export async function keptAliases(read: ReadHandle): Promise<UnitAlias[]> {
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
    const model = row.model_id ?? row.deleted_model;
    return model === null || answer === undefined ? [] : [{ model, rowKey: row.row_key, answer }];
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
