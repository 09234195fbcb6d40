import { settleClaims } from './claim-targets';
import { foldName } from './fold-name';
import { grouped } from './grouped';
import { otherId } from './id-steps';
import type { IdentityContext } from './identity-context';
import type { MatchedBy } from './identity-types';
import type { Claim, Matching } from './matching';
import { componentsOf, type Namesakes, namesakesLeft } from './namesakes';
import { termsOfText } from './text-terms';
import type { UnitBook, UnitRelation } from './unit-book';

/** A row and a model that would be one if the model's number had not changed. */
export type NumberChanged = Omit<Claim, 'by'>;

/**
 * Matches rows and models of one name whose units stand near enough, where that is unique on both sides; where several fit, equal texts
 * may tell them apart, else they are ambiguous. A pair whose ids differ is not matched but returned.
 */
export function nameStep(
  context: IdentityContext,
  matching: Matching,
  book: UnitBook,
  near: readonly UnitRelation[],
): readonly NumberChanged[] {
  const told = namesakesLeft(context, matching)
    .flatMap((namesakes) => componentsOf(context, book, near, namesakes))
    .map((component) => tellComponent(context, component));
  return carryOut(context, matching, told);
}

/** What is found out about rows and models of one name, before any of it is carried out. */
interface Told {
  readonly claims: readonly Claim[];
  readonly several: readonly { readonly row: number; readonly candidates: readonly number[] }[];
  readonly changed: readonly NumberChanged[];
}

const NOTHING_TOLD: Told = { claims: [], several: [], changed: [] };

/** All claims together, so that the order of names decides nothing where one model was merged into another. */
function carryOut(context: IdentityContext, matching: Matching, told: readonly Told[]): readonly NumberChanged[] {
  settleClaims(
    context,
    matching,
    told.flatMap(({ claims }) => claims),
  );
  for (const { row, candidates } of told.flatMap(({ several }) => several)) {
    const survivors = new Set(candidates.map((model) => context.survivors[model] ?? model));
    const unmet = [...survivors].filter((model) => !matching.met(model));
    if (unmet.length > 0) matching.hold(row, { outcome: 'ambiguous', because: 'several', candidates: unmet });
  }
  return told.flatMap(({ changed }) => changed);
}

function tellComponent(context: IdentityContext, component: Namesakes): Told {
  const living = component.models.filter((model) => context.living[model]);
  const models = living.length > 0 ? living : component.models;
  const candidatesOf = (row: number): readonly number[] =>
    context.answersOf(row).length === 0
      ? models
      : models.filter((model) => context.answerTo(row, model) !== 'different');
  const rows = component.rows.filter((row) => candidatesOf(row).length > 0);
  const [row] = rows;
  if (row === undefined) return NOTHING_TOLD;
  const [model, second] = candidatesOf(row);
  if (rows.length === 1 && model !== undefined && second === undefined)
    return tellPair(context, row, model, 'name+unit');
  const byText = toldByText(context, rows, models).filter(
    (claim) => candidatesOf(claim.row).includes(claim.model) && !otherId(context, claim.row, claim.model),
  );
  if (byText.length === 0) {
    return { ...NOTHING_TOLD, several: rows.map((at) => ({ row: at, candidates: candidatesOf(at) })) };
  }
  const [toldRows, toldModels] = [new Set(byText.map((one) => one.row)), new Set(byText.map((one) => one.model))];
  const rest = tellComponent(context, {
    rows: rows.filter((at) => !toldRows.has(at)),
    models: models.filter((at) => !toldModels.has(at)),
  });
  return { ...rest, claims: [...byText, ...rest.claims] };
}

const tellPair = (context: IdentityContext, row: number, model: number, by: MatchedBy): Told =>
  otherId(context, row, model)
    ? { ...NOTHING_TOLD, changed: [{ row, model }] }
    : { ...NOTHING_TOLD, claims: [{ row, model, by }] };

/** Fewer content words than this may be equal by habit. */
const FEWEST_TERMS = 6;

/** Of namesakes of one unit, those whose texts are word for word the same and stand on no other of them. */
function toldByText(context: IdentityContext, rows: readonly number[], models: readonly number[]): readonly Claim[] {
  const textOf = (texts: readonly string[] = []): string => {
    let terms = 0;
    for (const text of texts) termsOfText(text, () => (terms += 1));
    return terms < FEWEST_TERMS ? '' : foldName(texts.join(' '));
  };
  const ofRows = grouped(rows, (row) => textOf(context.input.rows[row]?.texts));
  const ofModels = grouped(models, (model) => textOf(context.input.portfolioModels[model]?.texts));
  return [...ofRows].flatMap(([text, [row, another]]) => {
    const [model, second] = ofModels.get(text) ?? [];
    if (text === '' || row === undefined || another !== undefined || model === undefined || second !== undefined)
      return [];
    return { row, model, by: 'name+unit+text' };
  });
}

/** Whether only other sources have brought the model: a new source needs more than its name. */
function fromElsewhere({ input }: IdentityContext, model: number): boolean {
  const sources = input.portfolioModels[model]?.sources ?? [];
  return sources.length > 0 && !sources.includes(input.source.name);
}

/**
 * Where a unit is empty on one side, the name alone has to be enough: it is if no other row and no other model that is left has it.
 */
export function silentUnitStep(context: IdentityContext, matching: Matching): readonly NumberChanged[] {
  const told = namesakesLeft(context, matching).map((namesakes) => tellSilent(context, namesakes));
  return carryOut(context, matching, told);
}

function tellSilent(context: IdentityContext, { rows, models }: Namesakes): Told {
  const silent = (unit: number | undefined): boolean => context.book.units[unit ?? -1]?.place.top === null;
  const silentRows = rows.filter((row) => silent(context.rowUnits[row]));
  const silentModels = models.filter((model) => silent(context.modelUnits[model]));
  const [row, model] = [rows[0], models[0]];
  if (silentRows.length + silentModels.length === 0 || row === undefined || model === undefined) return NOTHING_TOLD;
  const open = (at: number, other: number): boolean => context.answerTo(at, other) !== 'different';
  // That nobody else is left does not answer what was asked before.
  const waits = context.waitedFor(row).length > 0;
  if (rows.length === 1 && models.length === 1 && !waits) {
    return open(row, model) && !fromElsewhere(context, model) ? tellPair(context, row, model, 'name') : NOTHING_TOLD;
  }
  const several = (silentModels.length > 0 ? rows : silentRows).map((at) => ({
    row: at,
    candidates: (silent(context.rowUnits[at]) ? models : silentModels).filter((other) => open(at, other)),
  }));
  return { ...NOTHING_TOLD, several };
}
