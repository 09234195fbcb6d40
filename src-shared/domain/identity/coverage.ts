import { counted, sayCount, shortText } from '../base/wording';
import type { IdentityContext } from './identity-context';
import type { Matching } from './matching';
import { settledSum } from './settled-pairs';
import type { UnitBook } from './unit-book';
import type { UnitPart } from './unit-parts';

/** A model of this source that no row is. */
export interface MissingModel {
  readonly model: string;
  /** It is offered for a row: if that is accepted it is not missing. */
  readonly offered: boolean;
  /** It was retired already, so nobody expects it. */
  readonly retired: boolean;
}

/** A unit that either side has, and how much of it was met. */
export interface UnitCoverage {
  /** As the portfolio writes it, or the file where it is new. */
  readonly unit: string;
  /** Models of this source in it, rows of the file in it, and the models of it that rows met. */
  readonly models: number;
  readonly rows: number;
  readonly met: number;
  /** `hardly`: rows there are, but fewer than a quarter of the models was met: renamed or renumbered rather than gone. */
  readonly state: 'recognised' | 'hardly' | 'not_spoken_of' | 'new';
}

export interface Coverage {
  readonly missing: readonly MissingModel[];
  /** Models in units of which the file has no row: nothing is said about them. */
  readonly notSpokenOf: readonly string[];
  /** By unit, those with the most models first. */
  readonly units: readonly UnitCoverage[];
  readonly looksPartial: boolean;
  /** Why the file looks like a part, in sentences; empty where it does not. */
  readonly partialBecause: readonly string[];
}

const FEWEST_MODELS = 3;
const FEWEST_ROWS = 5;
const SHARE_MET = 0.5;
const SHARE_OF_LAST_TIME = 0.6;
const HARDLY = 0.25;

/**
 * What the file does not speak of, and what is missing from what it does. Only models that this source has brought count; a file of one
 * unit says nothing about the others.
 *
 * @param book the units with every question answered with yes, so that a new spelling is not a new unit
 * @param offered places of models that are offered for some row
 */
export function coverageOf(
  context: IdentityContext,
  matching: Matching,
  book: UnitBook,
  offered: ReadonlySet<number>,
): Coverage {
  const { input } = context;
  const ours = [...input.portfolioModels.keys()].filter(
    (at) => context.living[at] && input.portfolioModels[at]?.sources.includes(input.source.name),
  );
  const nameOf = namesOfUnits(context, book, ours);
  const rowUnits = new Set([...new Set(context.rowUnits)].map(nameOf));
  const saysNoUnit = [...rowUnits].every((unit) => unit === '');
  const spoken = (at: number): boolean => {
    const unit = nameOf(context.modelUnits[at] ?? -1);
    return unit === '' || rowUnits.has(unit) || saysNoUnit;
  };
  const elsewhere = metElsewhere(context, matching, ours);
  const unmet = ours.filter((at) => !matching.spokenOf(at) && !elsewhere.has(at));
  const missing = unmet.filter((at) => spoken(at) || offered.has(at));
  const silent = unmet.filter((at) => !spoken(at) && !offered.has(at));
  const units = unitsOf(context, matching, nameOf, ours);
  const partialBecause = unmet.length === 0 ? [] : reasonsOf(context, ours, unmet, offered, units, silent.length);
  const idOf = (at: number): string => input.portfolioModels[at]?.id ?? '';
  return {
    missing: missing.map((at) => ({
      model: idOf(at),
      offered: offered.has(at),
      retired: input.portfolioModels[at]?.retired === true,
    })),
    notSpokenOf: silent.map(idOf),
    units,
    looksPartial: partialBecause.length > 0,
    partialBecause,
  };
}

/** Parts of one inventory hardly overlap: a file that meets more of what today's others met is the same once more. */
const OVERLAP_OF_PARTS = 0.1;

/** Models that another part of the inventory has met today, so that this one need not speak of them. */
function metElsewhere(
  { input: { metToday, portfolioModels, settled } }: IdentityContext,
  matching: Matching,
  ours: readonly number[],
): ReadonlySet<number> {
  if (metToday === undefined) return new Set();
  const settledToday = settledSum(settled, 'metToday');
  const today = ours.filter((at) => metToday.has(portfolioModels[at]?.id ?? ''));
  const here = today.filter((at) => matching.met(at)).length + settledToday;
  return new Set(here > OVERLAP_OF_PARTS * (today.length + settledToday) ? [] : today);
}

/**
 * The name of the unit that a file can speak of: the top one, or, where all of ours lie in one top unit, the one below it. Units that
 * are written in several ways have one.
 */
function namesOfUnits(context: IdentityContext, book: UnitBook, ours: readonly number[]): (unit: number) => string {
  const tops = new Set(ours.map((at) => book.units[context.modelUnits[at] ?? -1]?.group ?? -1));
  for (const { unit, ours: brought } of context.input.settled?.units ?? [])
    if (brought > 0) tops.add(book.units[book.numberOf(unit)]?.group ?? -1);
  tops.delete(-1);
  const [only] = tops.size === 1 ? tops : [];
  const topNames = new Map<number, string>();
  const below: UnitPart[] = [];
  const names = book.units.map(({ place, group }) => {
    if (!place.top) return '';
    if (!topNames.has(group)) topNames.set(group, place.top.text);
    const part = place.below[0]?.[0];
    if (group !== only || !part) return topNames.get(group) ?? '';
    const known = below.find((other) => book.names.meet(group, other, part));
    if (!known) below.push(part);
    return (known ?? part).text;
  });
  return (unit) => names[unit] ?? '';
}

function unitsOf(
  context: IdentityContext,
  matching: Matching,
  nameOf: (unit: number) => string,
  ours: readonly number[],
): readonly UnitCoverage[] {
  const counts = new Map<string, { models: number; rows: number; met: number }>();
  const of = (unit: number) => {
    const name = nameOf(unit);
    const known = counts.get(name) ?? { models: 0, rows: 0, met: 0 };
    counts.set(name, known);
    return known;
  };
  for (const at of ours) {
    const count = of(context.modelUnits[at] ?? -1);
    count.models += 1;
    if (matching.met(at)) count.met += 1;
  }
  for (const { unit, ours: brought } of context.input.settled?.units ?? []) {
    if (brought === 0) continue;
    const count = of(context.book.numberOf(unit));
    count.models += brought;
    count.met += brought;
  }
  for (const unit of context.rowUnits) of(unit).rows += 1;
  return [...counts]
    .map(([unit, count]): UnitCoverage => ({ unit, ...count, state: stateOf(count) }))
    .sort((a, b) => b.models - a.models || b.rows - a.rows || (a.unit < b.unit ? -1 : 1));
}

function stateOf({ models, rows, met }: { models: number; rows: number; met: number }): UnitCoverage['state'] {
  if (models === 0) return 'new';
  // All of them met under other units: the unit has gone into those.
  if (rows === 0) return met === models ? 'recognised' : 'not_spoken_of';
  return met < HARDLY * models ? 'hardly' : 'recognised';
}

function reasonsOf(
  context: IdentityContext,
  ours: readonly number[],
  unmet: readonly number[],
  offered: ReadonlySet<number>,
  units: readonly UnitCoverage[],
  silent: number,
): readonly string[] {
  const { rows, source, settled } = context.input;
  const models = ours.length + settledSum(settled, 'ours');
  const rowCount = rows.length + settledSum(settled, 'pairs');
  const known = units.filter(({ models }) => models > 0);
  const unspoken = known.filter(({ state }) => state === 'not_spoken_of');
  const found = models - unmet.filter((at) => !offered.has(at)).length;
  const reasons: string[] = [];
  if (unspoken.some(({ models }) => models >= FEWEST_MODELS)) {
    reasons.push(
      `This file speaks of ${sayCount(known.length - unspoken.length)} of ${counted(known.length, 'unit')}. Not spoken of: ${counted(silent, 'model')} in ${counted(unspoken.length, 'unit')}.`,
    );
  }
  if (found < SHARE_MET * models) {
    reasons.push(`Of ${counted(models, 'model')} from ${source.name} the file has ${sayCount(found)}.`);
  }
  if (source.rowsLastTime !== null && rowCount < SHARE_OF_LAST_TIME * source.rowsLastTime) {
    reasons.push(`It has ${counted(rowCount, 'row')}; last time it had ${sayCount(source.rowsLastTime)}.`);
  }
  return [...reasons, ...singleValues(context, ours)];
}

/** Columns in which every row says the same where our models said several things. */
function singleValues(context: IdentityContext, ours: readonly number[]): readonly string[] {
  const { rows, portfolioModels } = context.input;
  if (rows.length < FEWEST_ROWS) return [];
  const fields = Object.keys(rows[0]?.fields ?? {});
  return fields.flatMap((field) => {
    const values = new Set(rows.map((row) => (row.fields?.[field] ?? '').trim()));
    const [value = ''] = values;
    const before = new Set(ours.map((at) => (portfolioModels[at]?.fields?.[field] ?? '').trim()));
    before.delete('');
    if (values.size !== 1 || value === '' || before.size < 2) return [];
    return `Every row says “${shortText(value)}” for ${field}; before there were ${counted(before.size, 'value')}.`;
  });
}
