import { assignOffers, type ScoredPair } from './assignment';
import { candidateFinder } from './candidates';
import type { ComparedRows } from './doubles-within';
import { type Evidence, evidenceOf, nearnessOf } from './evidence';
import { foldId, isBareId } from './fold-id';
import { otherId } from './id-steps';
import type { IdentityContext } from './identity-context';
import type { RowOffer } from './identity-types';
import { belowProbably, LOOK, mostOf, scoreOf, TIE } from './likeness';
import { type Corpus, likenessCorpus } from './likeness-corpus';
import type { LikenessRecord } from './likeness-record';
import type { Matching } from './matching';
import type { NumberChanged } from './name-step';
import { reasonsOf } from './reasons';
import { rangesByTop } from './top-ranges';
import type { UnitBook } from './unit-book';
import { type UnitStandings, unitStandings } from './unit-standing';

/** More rows than this are not compared by likeness in one go; how many were is said. */
const MOST_ROWS = 10_000;
/** What the file says itself outweighs likeness. */
const SAID = 0.95;

export interface OffersResult {
  readonly byRow: ReadonlyMap<number, RowOffer>;
  /** Places of the models that are offered for some row. */
  readonly offered: ReadonlySet<number>;
  readonly compared: { readonly rows: number; readonly of: number };
}

/** Rows and models that are compared, by their places in the input; pairs go by places in these. */
export interface Left {
  readonly rows: readonly number[];
  readonly models: readonly number[];
}

export interface Pair extends ScoredPair {
  readonly because: RowOffer['because'];
  readonly evidence: Evidence;
}

/** What is alike among the rows and models that are left: the costly part, which answers of the moment do not change. */
export interface Compared {
  readonly left: Left;
  readonly corpus: Corpus;
  readonly standings: UnitStandings;
  readonly pairs: readonly Pair[];
  /** Rows that could have been compared. */
  readonly of: number;
}

/** What has been compared for an input but for what is `said` in it; filled when it is first needed. */
export interface LikenessMemory {
  compared: Compared | null;
  /** Held apart from it, for it is asked for when the rest may be gone. */
  readonly doubles: { last: ComparedRows | null };
}

export const newMemory = (): LikenessMemory => ({ compared: null, doubles: { last: null } });

/** Compares the rows that would become new models with the models that nothing has met. */
export function compareLeft(context: IdentityContext, matching: Matching, book: UnitBook): Compared {
  const { input } = context;
  const open = openRows(context, matching);
  const waits = (row: number): number => Number(context.waitedFor(row).length === 0);
  const rows = [...open].sort((a, b) => waits(a) - waits(b) || a - b).slice(0, MOST_ROWS);
  // By top unit, so that those of one lie in one range.
  const topOf = (model: number): number => book.units[context.modelUnits[model] ?? -1]?.group ?? -1;
  const models = [...input.portfolioModels.keys()]
    .filter((model) => matching.modelLeft(model))
    .sort((a, b) => topOf(a) - topOf(b) || a - b);
  const left = { rows, models };
  const none = rows.length === 0 || models.length === 0;
  const corpus = none ? likenessCorpus([], []) : corpusOf(context, left);
  const standings = unitStandings(book, context.rowUnits, context.modelUnits);
  const pairs = none ? [] : likePairs(context, corpus, standings, left, topOf);
  return { left: none ? { rows: [], models: [] } : left, corpus, standings, pairs, of: open.length };
}

const openRows = (context: IdentityContext, matching: Matching): readonly number[] =>
  [...context.input.rows.keys()].filter((row) => matching.rowLeft(row) && context.rowNames[row] !== '');

/** Whether all that is left was compared already: answers that only take rows and models away leave the rest as it was. */
export function coversLeft({ left }: Compared, context: IdentityContext, matching: Matching): boolean {
  const [rows, models] = [new Set(left.rows), new Set(left.models)];
  const open = openRows(context, matching);
  if (open.length === 0) return true;
  return (
    (open.length > MOST_ROWS || open.every((row) => rows.has(row))) &&
    [...context.input.portfolioModels.keys()].every((model) => models.has(model) || !matching.modelLeft(model))
  );
}

/** Offers the rows that would become new models the models that nothing has met: what the file says itself, then what is alike. */
export function findOffers(
  context: IdentityContext,
  matching: Matching,
  changed: readonly NumberChanged[],
  compared: Compared,
): OffersResult {
  const { left, corpus, standings, of } = compared;
  const isOpen = ({ row, model }: Pair): boolean => {
    const [atRow, atModel] = [left.rows[row] ?? -1, left.models[model] ?? -1];
    return matching.rowLeft(atRow) && matching.modelLeft(atModel) && context.answerTo(atRow, atModel) !== 'different';
  };
  const pairs = [
    ...saidPairs(context, corpus, standings, left, changed),
    ...compared.pairs,
    ...waitedPairs(context, corpus, left),
  ].filter(isOpen);
  const rows = left.rows.filter((row) => matching.rowLeft(row)).length;
  return {
    ...offersOf(context, standings, left, pairs),
    compared: { rows, of: Math.max(rows, of - (left.rows.length - rows)) },
  };
}

function corpusOf(context: IdentityContext, { rows, models }: Left): Corpus {
  const { input, living } = context;
  const modelOf = (at: number): LikenessRecord => {
    const { name = '', texts = NO_TEXTS, formerNames = NO_TEXTS } = input.portfolioModels[at] ?? {};
    return { name, folded: context.modelNames[at] ?? '', texts, formerNames };
  };
  const rowOf = (at: number): LikenessRecord => {
    const { name = '', texts = NO_TEXTS } = input.rows[at] ?? {};
    return { name, folded: context.rowNames[at] ?? '', texts };
  };
  const [chosenRows, chosenModels] = [new Set(rows), new Set(models)];
  return likenessCorpus(models.map(modelOf), rows.map(rowOf), {
    models: [...living.keys()].filter((at) => living[at] && !chosenModels.has(at)).map(modelOf),
    rows: [...input.rows.keys()].filter((at) => !chosenRows.has(at)).map(rowOf),
    settled: input.settled,
  });
}

const NO_TEXTS: readonly string[] = [];

function likePairs(
  context: IdentityContext,
  corpus: Corpus,
  standings: UnitStandings,
  left: Left,
  topOf: (model: number) => number,
): readonly Pair[] {
  const finder = candidateFinder(corpus);
  const units = Int32Array.from(left.models, (model) => context.modelUnits[model] ?? 0);
  const rangesOf = rangesByTop(standings, units, left.models.map(topOf));
  return left.rows.flatMap((atRow, row) => {
    const rowUnit = context.rowUnits[atRow] ?? 0;
    const ofRow = standings.ofRow(rowUnit);
    return finder.of(row, rangesOf(rowUnit)).flatMap((model): Pair | readonly Pair[] => {
      const standing = ofRow(units[model] ?? 0);
      const nearness = nearnessOf(corpus, row, model);
      if (mostOf(nearness, standing) < LOOK - TIE) return [];
      const evidence = evidenceOf(corpus, nearness);
      const alike = scoreOf(evidence, standing);
      const atModel = left.models[model] ?? 0;
      if (alike < LOOK - TIE || context.answerTo(atRow, atModel) === 'different') return [];
      const score = otherId(context, atRow, atModel) ? belowProbably(alike) : alike;
      return { row, model, score, because: 'likeness', evidence };
    });
  });
}

/** Pairs that need no likeness: only the number changed, or the file's name says the old name or the old number. */
function saidPairs(
  context: IdentityContext,
  corpus: Corpus,
  standings: UnitStandings,
  left: Left,
  changed: readonly NumberChanged[],
): readonly Pair[] {
  const [rowPlaces, modelPlaces] = [placesOf(left.rows), placesOf(left.models)];
  const pair = (
    row: number | undefined,
    model: number | undefined,
    because: RowOffer['because'],
  ): Pair | readonly Pair[] => {
    if (row === undefined || model === undefined) return [];
    const [atRow, atModel] = [left.rows[row] ?? 0, left.models[model] ?? 0];
    const standing = standings.ofRow(context.rowUnits[atRow] ?? 0)(context.modelUnits[atModel] ?? 0);
    if (standing === 'elsewhere' || context.answerTo(atRow, atModel) === 'different') return [];
    return {
      row,
      model,
      score: standing === 'both_live' ? LOOK : SAID,
      because,
      evidence: evidenceOf(corpus, nearnessOf(corpus, row, model)),
    };
  };
  // Few rows say what they were called or numbered before: only models of that name or number are looked for.
  const said = new Set(corpus.rows.parts.map(({ former }) => former).filter((former) => former !== ''));
  const byName = modelsBy(left.models, said, (_, model) => corpus.models.nameTexts[model] ?? NO_TEXTS);
  const cited = new Set(corpus.rows.parts.flatMap((parts) => parts.cited.map(foldId)));
  const byReference = modelsBy(left.models, cited, (at) =>
    (context.input.portfolioModels[at]?.references ?? []).map(({ id }) => foldId(id)),
  );
  return [
    ...changed.flatMap(({ row, model }) => pair(rowPlaces.get(row), modelPlaces.get(model), 'number_changed')),
    ...corpus.rows.parts.flatMap(({ former, cited }, row) => [
      ...cited
        .map(foldId)
        .filter((id) => !isBareId(id))
        .flatMap((id) => (byReference.get(id) ?? []).flatMap((model) => pair(row, model, 'cites_reference'))),
      ...(former === '' ? [] : (byName.get(former) ?? []).flatMap((model) => pair(row, model, 'says_former_name'))),
    ]),
  ];
}

/** Models by those of their texts that are wanted, by their places among those that are left. */
function modelsBy(
  models: readonly number[],
  wanted: ReadonlySet<string>,
  textsOf: (at: number, model: number) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  if (wanted.size === 0) return found;
  for (const [model, at] of models.entries()) {
    for (const text of textsOf(at, model)) {
      if (!wanted.has(text)) continue;
      const known = found.get(text);
      if (known) known.push(model);
      else found.set(text, [model]);
    }
  }
  return found;
}

/** Pairs that waited before: the more a portfolio holds, the less may seem alike, but only an answer ends waiting. */
function waitedPairs(context: IdentityContext, corpus: Corpus, left: Left): readonly Pair[] {
  const modelPlaces = placesOf(left.models);
  return left.rows.flatMap((atRow, row) =>
    context.waitedFor(atRow).flatMap((atModel): Pair | readonly Pair[] => {
      const model = modelPlaces.get(atModel);
      if (model === undefined) return [];
      const evidence = evidenceOf(corpus, nearnessOf(corpus, row, model));
      return { row, model, score: LOOK, because: 'likeness', evidence, waited: true };
    }),
  );
}

const placesOf = (chosen: readonly number[]): ReadonlyMap<number, number> =>
  new Map(chosen.map((at, place) => [at, place]));

function offersOf(context: IdentityContext, standings: UnitStandings, left: Left, pairs: readonly Pair[]) {
  const { portfolioModels, rows } = context.input;
  const strongest = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = `${pair.row}:${pair.model}`;
    const known = strongest.get(key);
    // What is said comes first, and keeps its reason even where likeness alone would weigh more.
    const waited = known?.waited === true || pair.waited === true;
    strongest.set(key, known ? { ...known, score: Math.max(known.score, pair.score), waited } : pair);
  }
  const byRow = new Map<number, RowOffer>();
  const offered = new Set<number>();
  const assigned = [...assignOffers([...strongest.values()])].sort((a, b) => b.pair.score - a.pair.score);
  for (const [place, { pair, band, rivalModels, rivalRows }] of assigned.entries()) {
    const [atRow, atModel] = [left.rows[pair.row] ?? 0, left.models[pair.model] ?? 0];
    const [row, model] = [rows[atRow], portfolioModels[atModel]];
    const chosen = strongest.get(`${pair.row}:${pair.model}`);
    if (!row || !model || !chosen) continue;
    const rivals = rivalModels.flatMap((rival) => portfolioModels[left.models[rival.model] ?? 0] ?? []);
    const others = rivalRows.map((rival) => rows[left.rows[rival.row] ?? 0]?.row ?? 0);
    const reasons = reasonsOf({
      row,
      model,
      evidence: chosen.evidence,
      unit: standings.ofRow(context.rowUnits[atRow] ?? 0)(context.modelUnits[atModel] ?? 0),
      because: chosen.because,
      otherId: otherId(context, atRow, atModel) ? idAsWritten(context, atModel) : null,
      rivals: rivals.map(({ name }) => name),
      rivalRows: others,
    });
    offered.add(atModel);
    byRow.set(atRow, {
      model: model.id,
      band,
      because: chosen.because,
      equalWords: chosen.evidence.rowName === chosen.evidence.modelName && chosen.because !== 'says_former_name',
      reasonsFor: reasons.for,
      reasonsAgainst: reasons.against,
      rivals: rivals.map(({ id }) => id),
      rivalRows: others,
      place: place + 1,
    });
  }
  return { byRow, offered };
}

function idAsWritten(context: IdentityContext, model: number): string {
  const ids = context.idsOf(model);
  const written = context.input.portfolioModels[model]?.references.find(({ id }) => ids.includes(foldId(id)));
  return written?.id.trim() ?? ids[0] ?? '';
}
