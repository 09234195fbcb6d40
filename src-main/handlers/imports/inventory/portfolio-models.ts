import type { ModelReference, PortfolioModel } from '#domain/identity/identity-types';
import { breathe } from '../../../importers/tabular/failures';
import {
  type BroughtNames,
  listBroughtNames,
  listMergedRows,
  listMergedSources,
} from '../../../store/imports/brought-values';
import { listImportSources } from '../../../store/imports/imports';
import type { ReadHandle } from '../../../store/journal/handle';
import { parseReferences } from '../../../store/models/cells';
import { type DeletedModel, listDeletedModels } from '../../../store/models/deleted-models';
import { countModels, type IdentityRow, identityRows } from '../../../store/models/identity-rows';
import { fieldsOf } from '../../../store/models/model-rows';
import { listMergedModels } from '../../../store/models/models';
import { countMovesByDay } from '../../../store/models/moves';
import type { SearchedPortfolio } from './existing-models';
import type { FileSource } from './file-source';

/** What is known of a portfolio before its models are read. */
export interface PortfolioFacts extends SearchedPortfolio {
  /** What a row may be though it is no model any more: those that were merged into others, and those deleted by hand. */
  readonly gone: readonly PortfolioModel[];
  readonly deleted: readonly DeletedModel[];
  /** The days of all moves. */
  readonly days: Awaited<ReturnType<typeof countMovesByDay>>;
  readonly nameOf: NameOfSource;
}

/** … and what tells each of its models apart: the rest is looked up where a row is it. */
export interface Portfolio extends PortfolioFacts {
  readonly models: readonly PortfolioModel[];
}

type NameOfSource = (id: string) => string;

export async function readFacts(source: FileSource, read: ReadHandle): Promise<PortfolioFacts> {
  const names = new Map((await listImportSources(read)).map((one) => [one.id, one.name]));
  // What was imported before sources were kept came from the one inventory that there was.
  const nameOf: NameOfSource = (id) => names.get(id) ?? source.name;
  const share = sharing();
  const mergedSources = await listMergedSources(read);
  const mergedRows = await listMergedRows(read, mergedSources);
  const gone = (await listMergedModels(read)).map((row): PortfolioModel => {
    const { unit = '', sources = NONE } = mergedRows.get(row.id) ?? {};
    const references = referencesOf(parseReferences(row.external_references), share);
    const fate = { kind: 'merged', into: row.into_id } as const;
    return { id: row.id, name: row.name, unit, references, ...sourcesOf(sources, nameOf, share), fate };
  });
  const deleted = await listDeletedModels(read);
  for (const one of deleted) gone.push(deletedModel(one, nameOf, share));
  const days = await countMovesByDay(read);
  return {
    living: await countModels(read),
    gone,
    deleted,
    mergedSources,
    days,
    nameOf,
    found: { models: new Map(), reads: [] },
  };
}

export async function readPortfolio(source: FileSource, read: ReadHandle, signal: AbortSignal): Promise<Portfolio> {
  const facts = await readFacts(source, read);
  const models: PortfolioModel[] = [];
  for await (const block of livingModels(facts, read, signal)) for (const model of block) models.push(model);
  return { ...facts, models };
}

/** The models of the portfolio in the order of their ids, in blocks. */
export async function* livingModels(
  { mergedSources, nameOf }: PortfolioFacts,
  read: ReadHandle,
  signal: AbortSignal,
): AsyncGenerator<readonly PortfolioModel[]> {
  const share = sharing();
  let after = '';
  for await (const block of identityRows(read)) {
    const last = block.at(-1)?.id ?? '';
    const brought = await listBroughtNames(read, { after, last }, mergedSources);
    yield block.map((row) => livingModel(row, brought.get(row.id), nameOf, share));
    after = last;
    await breathe(signal);
  }
}

/** One text, or one list of few texts, for all models that have the same. */
interface Sharing {
  readonly text: (text: string) => string;
  readonly list: (texts: readonly string[]) => readonly string[];
}

function sharing(): Sharing {
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const once = <T>(known: Map<string, T>, key: string, value: T): T => {
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, value);
    return value;
  };
  return {
    text: (text) => once(texts, text, text),
    list: (list) => once(lists, list.join('\u001f'), list),
  };
}

const NONE: readonly never[] = [];

function livingModel(
  row: IdentityRow,
  brought: BroughtNames | undefined,
  nameOf: NameOfSource,
  share: Sharing,
): PortfolioModel {
  const former = brought?.formerNames.filter((name) => name !== row.name) ?? NONE;
  // A person has renamed it here: the next file may still have its old name.
  const renamed = brought?.name !== undefined && brought.name !== row.name ? [brought.name] : NONE;
  return {
    id: row.id,
    name: row.name,
    ...(former.length + renamed.length > 0 && { formerNames: [...new Set([...former, ...renamed])] }),
    unit: share.text(row.unit),
    texts: textsOf(row),
    references: referencesOf(parseReferences(row.external_references), share),
    ...sourcesOf(brought?.sources ?? NONE, nameOf, share),
    retired: row.stage === 'retired',
  };
}

function deletedModel({ model, sources }: DeletedModel, nameOf: NameOfSource, share: Sharing): PortfolioModel {
  return {
    id: model.id,
    name: model.name,
    unit: model.unit,
    texts: textsOf(model),
    references: referencesOf(fieldsOf(model).externalReferences, share),
    ...sourcesOf(
      sources.map(({ source_id, key_text }) => [source_id ?? '', key_text] as const),
      nameOf,
      share,
    ),
    fate: { kind: 'deleted' },
  };
}

function textsOf({ purpose, notes }: Pick<IdentityRow, 'purpose' | 'notes'>): readonly string[] {
  const texts = [purpose, notes].filter((text) => text !== '');
  return texts.length === 0 ? NONE : texts;
}

function sourcesOf(
  brought: Iterable<readonly [string, string]>,
  nameOf: NameOfSource,
  share: Sharing,
): Pick<PortfolioModel, 'sources' | 'rowKeys'> {
  const keys = [...brought].map(([id, key]) => ({ source: nameOf(id), key }));
  const rowKeys = keys.filter(({ key }) => key !== '');
  return {
    sources: share.list([...new Set(keys.map(({ source }) => source))]),
    rowKeys: rowKeys.length === 0 ? NONE : rowKeys,
  };
}

const referencesOf = (references: readonly ModelReference[], share: Sharing): readonly ModelReference[] =>
  references.length === 0 ? NONE : references.map(({ system, id }) => ({ system: share.text(system), id }));
