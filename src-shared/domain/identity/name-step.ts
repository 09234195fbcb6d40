import { settleClaims } from './claim-targets';
import { foldName } from './fold-name';
import { grouped } from './grouped';
import { otherId } from './id-steps';
import type { IdentityContext } from './identity-context';
import type { Claim, Matching } from './matching';
import { termsOfText } from './text-terms';
import type { UnitBook, UnitRelation } from './unit-book';

/** A row and a model that would be one if the model's number had not changed. */
export type NumberChanged = Claim;

/** Rows and models of one name that are left. */
interface Namesakes {
  readonly rows: readonly number[];
  readonly models: readonly number[];
}

/** Names that rows and models share, of what is left. */
export function namesakesLeft(context: IdentityContext, matching: Matching): readonly Namesakes[] {
  const { rowNames, modelNames, living, input } = context;
  const source = input.source.name;
  const rows = grouped(
    [...rowNames.keys()].filter((at) => rowNames[at] !== '' && matching.rowLeft(at)),
    (at) => rowNames[at] ?? '',
  );
  const models = grouped(
    [...modelNames.keys()].filter((at) => {
      if (!rows.has(modelNames[at] ?? '')) return false;
      if (living[at]) return matching.modelLeft(at);
      // Of what is not in the portfolio any more, only what this source has brought is expected in its file.
      const expected = input.portfolioModels[at]?.sources.includes(source) === true && !matching.met(at);
      return expected && (context.survivors[at] ?? -1) >= 0;
    }),
    (at) => modelNames[at] ?? '',
  );
  return [...models].map(([name, of]) => ({ rows: rows.get(name) ?? [], models: of }));
}

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
  const changed: NumberChanged[] = [];
  for (const namesakes of namesakesLeft(context, matching)) {
    for (const component of componentsOf(context, book, near, namesakes)) {
      changed.push(...settleComponent(context, matching, component));
    }
  }
  return changed;
}

/** Rows and models that hang together by fitting: most often one and one. */
function componentsOf(
  context: IdentityContext,
  book: UnitBook,
  near: readonly UnitRelation[],
  { rows, models }: Namesakes,
): readonly Namesakes[] {
  const rowsByUnit = grouped(rows, (row) => context.rowUnits[row] ?? -1);
  const modelsByUnit = grouped(models, (model) => context.modelUnits[model] ?? -1);
  const units = [...modelsByUnit.keys()];
  const seen = new Set<number>();
  const components: Namesakes[] = [];
  for (const first of rowsByUnit.keys()) {
    if (seen.has(first)) continue;
    const rowUnits = [first];
    const modelUnits = new Set<number>();
    seen.add(first);
    for (let at = 0; at < rowUnits.length; at += 1) {
      const rowUnit = rowUnits[at] ?? -1;
      for (const unit of units) {
        if (modelUnits.has(unit) || !near.includes(book.relation(rowUnit, unit))) continue;
        modelUnits.add(unit);
        for (const other of rowsByUnit.keys()) {
          if (seen.has(other) || !near.includes(book.relation(other, unit))) continue;
          seen.add(other);
          rowUnits.push(other);
        }
      }
    }
    if (modelUnits.size === 0) continue;
    components.push({
      rows: rowUnits.flatMap((unit) => rowsByUnit.get(unit) ?? []),
      models: [...modelUnits].flatMap((unit) => modelsByUnit.get(unit) ?? []),
    });
  }
  return components;
}

function settleComponent(context: IdentityContext, matching: Matching, component: Namesakes): readonly NumberChanged[] {
  const living = component.models.filter((model) => context.living[model]);
  const models = living.length > 0 ? living : component.models;
  const candidatesOf = (row: number): readonly number[] =>
    context.answersOf(row).length === 0
      ? models
      : models.filter((model) => context.answerTo(row, model) !== 'different');
  const rows = component.rows.filter((row) => candidatesOf(row).length > 0);
  const [row] = rows;
  if (row === undefined) return [];
  const [model, second] = candidatesOf(row);
  if (rows.length === 1 && model !== undefined && second === undefined) {
    if (otherId(context, row, model)) return [{ row, model }];
    settleClaims(context, matching, [{ row, model }], 'name+unit');
    return [];
  }
  const byText = toldByText(context, rows, models).filter(
    (claim) => candidatesOf(claim.row).includes(claim.model) && !otherId(context, claim.row, claim.model),
  );
  settleClaims(context, matching, byText, 'name+unit+text');
  const left = rows.filter((at) => matching.rowLeft(at));
  if (left.length < rows.length) {
    const unmet = models.filter((at) => !matching.spokenOf(at));
    return settleComponent(context, matching, { rows: left, models: unmet });
  }
  for (const at of rows) {
    matching.hold(at, { outcome: 'ambiguous', because: 'several', candidates: candidatesOf(at) });
  }
  return [];
}

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
    return { row, model };
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
  const changed: NumberChanged[] = [];
  const silent = (unit: number | undefined): boolean => context.book.units[unit ?? -1]?.place.top === null;
  for (const { rows, models } of namesakesLeft(context, matching)) {
    const silentRows = rows.filter((row) => silent(context.rowUnits[row]));
    const silentModels = models.filter((model) => silent(context.modelUnits[model]));
    if (silentRows.length + silentModels.length === 0) continue;
    const [row, model] = [rows[0], models[0]];
    if (rows.length === 1 && models.length === 1 && row !== undefined && model !== undefined) {
      if (context.answerTo(row, model) === 'different' || fromElsewhere(context, model)) continue;
      if (otherId(context, row, model)) changed.push({ row, model });
      else settleClaims(context, matching, [{ row, model }], 'name');
      continue;
    }
    for (const at of silentModels.length > 0 ? rows : silentRows) {
      const open = (silent(context.rowUnits[at]) ? models : silentModels).filter(
        (other) => context.answerTo(at, other) !== 'different',
      );
      if (open.length > 0) matching.hold(at, { outcome: 'ambiguous', because: 'several', candidates: open });
    }
  }
  return changed;
}
