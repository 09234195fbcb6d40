import { settleClaims } from './claim-targets';
import { grouped } from './grouped';
import type { IdentityContext } from './identity-context';
import type { Claim, Matching } from './matching';
import { contradict, nothingInCommon } from './nothing-in-common';
import { comparableKey, rowKeyText } from './row-keys';

/** Answers of a person, by the row's id or by its name and unit: `same` matches without a question. */
export function answerStep(context: IdentityContext, matching: Matching, byId: boolean): void {
  const claims: Claim[] = [];
  for (let row = 0; row < context.input.rows.length; row += 1) {
    if (!matching.rowLeft(row)) continue;
    for (const { model, answer, byId: found } of context.answersOf(row)) {
      // What was said last holds.
      if (answer !== 'same' || found !== byId || context.answerTo(row, model) !== 'same') continue;
      const survivor = context.survivors[model] ?? -1;
      if (survivor >= 0) claims.push({ row, model: survivor, by: 'answer' });
    }
  }
  matching.settle(claims.filter(({ model }) => restorable(context, matching, model)));
}

/** A deleted model that a person called the same is brought back. */
const restorable = (context: IdentityContext, matching: Matching, model: number): boolean =>
  context.living[model] === true ? matching.modelLeft(model) : !matching.spokenOf(model);

/** The id of the file's system wins, row by row; a counter that restarts only inside of its top unit. */
export function idStep(context: IdentityContext, matching: Matching): void {
  const claims: Claim[] = [];
  const strangers: Stranger[] = [];
  const { own, inUnit } = context.ids;
  for (let row = 0; row < own.length; row += 1) {
    if (!matching.rowLeft(row)) continue;
    const id = own[row] ?? '';
    if (id !== '') claims.push(...claimsById(context, strangers, row, id));
    const counter = inUnit[row] ?? '';
    if (counter === '') continue;
    const inside = (context.byId.get(counter) ?? []).filter((model) => sameTop(context, row, model));
    const [model = -1] = inside;
    if (inside.length === 1 && mayGoOn(context, row, model)) claims.push({ row, model, by: 'unit+id' });
  }
  settleClaims(context, matching, claims);
  // Afterwards: a model of two numbers is met by the row that fits, and not kept from it by the one that does not.
  for (const stranger of strangers) holdStranger(context, matching, stranger);
}

/** A row with a model's id of which nothing else is the model's. */
interface Stranger {
  readonly row: number;
  readonly model: number;
  /** The id came to the model by a merge. */
  readonly inherited: boolean;
}

function holdStranger(context: IdentityContext, matching: Matching, { row, model, inherited }: Stranger): void {
  const answer = context.answerTo(row, model);
  if (answer === 'different' || !matching.rowLeft(row)) return;
  if (answer === 'later' || answer === 'leave_out') {
    matching.hold(row, { outcome: 'held', because: answer === 'later' ? 'later' : 'left_out', candidates: [model] });
  } else if (inherited && matching.spokenOf(model)) {
    matching.hold(row, { outcome: 'held', because: 'merged_away', candidates: [model] });
  } else matching.hold(row, { outcome: 'ambiguous', because: 'number_reused', candidates: [model] });
}

function claimsById(context: IdentityContext, strangers: Stranger[], row: number, id: string): readonly Claim[] {
  const found = context.byId.get(id) ?? [];
  // What was merged into a model that has the id itself is the same model.
  const targets = new Set(found.map((model) => context.survivors[model] ?? model));
  const [only] = found;
  if (only === undefined) return [];
  if (targets.size > 1) {
    const inside = found.filter((model) => sameTop(context, row, model) && mayGoOn(context, row, model));
    return inside.length === 1 ? [{ row, model: inside[0] ?? 0, by: 'unit+id' }] : [];
  }
  const [target = only] = targets;
  // A survivor has the ids of what was merged into it: its own row goes first, so such an id is read as that of the merged one.
  const heirs = found.filter((model) => model !== target && context.survivors[model] === target);
  const model =
    heirs.length > 0 ? firstById(context, heirs) : found.includes(target) ? target : firstById(context, found);
  if (context.living[target] && reused(context, row, target)) {
    strangers.push({ row, model: target, inherited: heirs.length > 0 });
    return [];
  }
  return [{ row, model, by: 'id' }];
}

/** A unit that was filled in since does not answer what a row waited for before. */
const mayGoOn = (context: IdentityContext, row: number, model: number): boolean => {
  const waited = context.waitedFor(row);
  return waited.length === 0 || waited.includes(model);
};

/** One of several models that were merged into one: the same one whatever their order. */
const firstById = ({ input }: IdentityContext, models: readonly number[]): number =>
  models.reduce((first, at) =>
    (input.portfolioModels[at]?.id ?? '') < (input.portfolioModels[first]?.id ?? '') ? at : first,
  );

/** Whether a row with a model's id shows nothing else of it: numbers are given anew, counters start again. */
function reused(context: IdentityContext, row: number, model: number): boolean {
  const [ours, theirs] = [context.input.portfolioModels[model], context.input.rows[row]];
  const relation = context.book.relation(context.rowUnits[row] ?? 0, context.modelUnits[model] ?? 0);
  return ours !== undefined && theirs !== undefined && contradict(relation) && nothingInCommon(ours, theirs);
}

const sameTop = (context: IdentityContext, row: number, model: number): boolean => {
  const relation = context.book.relation(context.rowUnits[row] ?? 0, context.modelUnits[model] ?? 0);
  return relation !== 'other_top' && relation !== 'silent';
};

/** The fields that key this source, as they were when it brought the model. */
export function keyStep(context: IdentityContext, matching: Matching): void {
  const { input } = context;
  const ofModels = new Map<string, Set<number>>();
  for (const [at, model] of input.portfolioModels.entries()) {
    for (const { source, key } of model.rowKeys ?? []) {
      if (source !== input.source.name) continue;
      const folded = comparableKey(key);
      ofModels.set(folded, (ofModels.get(folded) ?? new Set()).add(at));
    }
  }
  if (ofModels.size === 0) return;
  const byId = input.key.includes('externalId');
  const isKeyed = (row: number): boolean => !byId || context.ids.own[row] !== '' || context.ids.inUnit[row] !== '';
  const left = [...input.rows.keys()].filter((row) => matching.rowLeft(row) && isKeyed(row));
  const ofRows = grouped(left, (row) => rowKeyText(input.key, input.rows[row] ?? EMPTY));
  const claims: Claim[] = [];
  for (const [key, rows] of ofRows) {
    const models = [...(ofModels.get(key) ?? [])].filter((model) => !matching.met(model));
    const [row, model] = [rows[0], models[0]];
    if (key === '' || rows.length !== 1 || models.length !== 1 || row === undefined || model === undefined) continue;
    if (!otherId(context, row, model) && !contradicted(context, row, model)) claims.push({ row, model, by: 'key' });
  }
  settleClaims(context, matching, claims);
}

const EMPTY = { row: 0, name: '', unit: '', externalId: '' } as const;

/** Whether both have an id of the file's system, and not the same. */
export function otherId(context: IdentityContext, row: number, model: number): boolean {
  const ids = context.idsOf(model);
  const own = context.ids.own[row] || context.ids.inUnit[row] || '';
  return own !== '' && ids.length > 0 && !ids.includes(own);
}

/** A key without the unit is not trusted where the units contradict and the texts speak of different things. */
function contradicted(context: IdentityContext, row: number, model: number): boolean {
  if (context.input.key.includes('unit') || context.input.key.includes('externalId')) return false;
  const [ours, theirs] = [context.input.portfolioModels[model], context.input.rows[row]];
  const relation = context.book.relation(context.rowUnits[row] ?? 0, context.modelUnits[model] ?? 0);
  if (!ours || !theirs || !contradict(relation)) return false;
  return nothingInCommon({ ...ours, name: '' }, { ...theirs, name: '' });
}
