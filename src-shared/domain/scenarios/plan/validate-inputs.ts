import { ownForms } from '../../base/forms';
import { derivedProblems } from './derived-inputs';
import {
  type Field,
  LEVEL_FIELD_KEYS,
  LEVEL_FIELDS,
  LINE_FIELDS,
  PARENT_KEYS,
  PLAN_FIELDS,
  YEAR_FIELDS,
} from './input-fields';
import { horizonOf, type InvestmentInputs, levelKeys, levelOf, sayLevel } from './inputs';
import { livingAtEnd } from './portfolio-path';

/** A plan longer than this is a guess about a guess. */
export const MOST_YEARS = 10;

const figure = (value: number): string => ownForms().numbers({ maximumSignificantDigits: 12 }).format(value);

function rangeWords({ least, most, exclusive }: Field): string {
  return `${exclusive ? 'above' : 'at least'} ${figure(least)} and at most ${figure(most)}`;
}

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** What is wrong with one number; `where` follows its name. */
export function fieldProblem(where: string, field: Field, value: number | undefined): string[] {
  if (value === undefined) {
    return field.otherwise === undefined ? [`${capital(field.label)}${where} is missing: enter a number.`] : [];
  }
  const tooLow = field.exclusive ? value <= field.least : value < field.least;
  if (Number.isFinite(value) && !tooLow && value <= field.most) return [];
  const said = Math.abs(value) < 1e18 ? figure(value) : String(value);
  const is = Number.isFinite(value) ? `${said} is not possible` : 'this is not a number';
  return [`${capital(field.label)}${where}: ${is}, enter ${rangeWords(field)} (${field.unit}).`];
}

function horizonProblems(inputs: InvestmentInputs): string[] {
  const years = horizonOf(inputs);
  if (years === 0) return ['The plan has no year: enter the new models of at least one year, which may be 0.'];
  const problems: string[] = [];
  if (years > MOST_YEARS)
    problems.push(`The plan has ${years} years: ${MOST_YEARS} are the most that can be compared.`);
  const retired = inputs.retired?.length ?? 0;
  if (retired > years) {
    problems.push(
      `Retirements are given for ${retired} years and new models for ${years}: give both for the same years.`,
    );
  }
  return problems;
}

function modelProblems(inputs: InvestmentInputs): string[] {
  const some = (inputs.modelsAtStart ?? 0) > 0 || inputs.newModels.some((count) => count > 0);
  if (!some) return ['The plan has no model: enter models at the start or new models in a year.'];
  const year = livingAtEnd(inputs).findIndex((living) => living < 0);
  return year < 0 ? [] : [`More models are retired by the end of year ${year + 1} than there are: retire fewer.`];
}

function yearProblems(inputs: InvestmentInputs): string[] {
  return [
    ...inputs.newModels.flatMap((n, at) => fieldProblem(` in year ${at + 1}`, YEAR_FIELDS.newModels, n)),
    ...(inputs.retired ?? []).flatMap((n, at) => fieldProblem(` in year ${at + 1}`, YEAR_FIELDS.retired, n)),
  ];
}

function planProblems(inputs: InvestmentInputs): string[] {
  const rate = inputs.discountRate;
  const hint = rate > PLAN_FIELDS.discountRate.most ? [`Write a discount rate of ${rate}% as ${rate / 100}.`] : [];
  return [
    ...fieldProblem('', PLAN_FIELDS.loadedAnnual, inputs.loadedAnnual),
    ...fieldProblem('', PLAN_FIELDS.weeksPerYear, inputs.weeksPerYear),
    ...fieldProblem('', PLAN_FIELDS.hoursPerYear, inputs.hoursPerYear),
    ...fieldProblem('', PLAN_FIELDS.discountRate, rate),
    ...hint,
    ...fieldProblem('', PLAN_FIELDS.inflation, inputs.inflation),
    ...fieldProblem('', PLAN_FIELDS.incidentCost, inputs.incidentCost),
    ...fieldProblem('', PLAN_FIELDS.updatesPerYear, inputs.updatesPerYear),
    ...fieldProblem('', PLAN_FIELDS.modelsAtStart, inputs.modelsAtStart),
    ...PARENT_KEYS.flatMap((key) => fieldProblem('', PLAN_FIELDS[key], inputs[key])),
  ];
}

function levelProblems(inputs: InvestmentInputs): string[] {
  const keys = levelKeys(inputs);
  if (keys.length === 0) return ['No level is given: enter what at least one level costs.'];
  return keys.flatMap((key) => {
    const level = levelOf(inputs, key);
    const where = ` of ${sayLevel(key)}`;
    return LEVEL_FIELD_KEYS.flatMap((name) => fieldProblem(where, LEVEL_FIELDS[name], level[name]));
  });
}

function lineProblems({ costLines = [] }: InvestmentInputs): string[] {
  return costLines.flatMap((line, at) => {
    const where = ` of the cost line “${line.label}”`;
    const again = costLines.findIndex(({ id }) => id === line.id) < at;
    return [
      ...(again ? [`The cost line “${line.label}” has the id of another one: give it its own.`] : []),
      ...fieldProblem(where, LINE_FIELDS.startMonth, line.startMonth),
      ...fieldProblem(where, LINE_FIELDS.months, line.months),
      ...fieldProblem(where, LINE_FIELDS.oneOff, line.oneOff),
      ...fieldProblem(where, LINE_FIELDS.yearly, line.yearly),
    ];
  });
}

/** What is wrong with the inputs, one sentence each; empty: every function of the model answers with real numbers. */
export function validateInputs(inputs: InvestmentInputs): string[] {
  const numbers = [
    ...planProblems(inputs),
    ...yearProblems(inputs),
    ...levelProblems(inputs),
    ...lineProblems(inputs),
    ...derivedProblems(inputs),
  ];
  const plan = horizonProblems(inputs);
  // Counting models makes sense only where the counts are numbers.
  return numbers.length + plan.length > 0 ? [...plan, ...numbers] : modelProblems(inputs);
}

/** RangeError with every problem of the inputs. */
export function assertValid(inputs: InvestmentInputs): void {
  const problems = validateInputs(inputs);
  if (problems.length > 0) throw new RangeError(problems.join(' '));
}
