import type { Field } from '#domain/scenarios/plan/input-fields';
import { fieldAt, parsePath } from '#domain/scenarios/plan/input-path';
import { formatCompactMoney, formatFigure, formatMajor, formatPercent } from '../../../lib/format';

/** How an input is written for people: rates as per cent, money in the scenario's currency. */
export interface InputShape {
  readonly field: Field;
  /** What people read is so many times the number of the rules. */
  readonly factor: number;
  readonly unit: string;
  /** ISO code, where it is money in major units. */
  readonly currency?: string;
  /** In a cell: short. */
  readonly say: (value: number) => string;
  /** In a sentence: whole. */
  readonly sayWhole: (value: number) => string;
}

const RATES: ReadonlySet<string> = new Set(['discountRate', 'inflation']);

const shapes = new Map<string, InputShape | null>();

/** `null`: no input is called that. The same object for the same input, so that a cell that did not change is left alone. */
export function shapeOf(path: string, currency: string): InputShape | null {
  const name = `${currency} ${path}`;
  const known = shapes.get(name);
  if (known !== undefined) return known;
  const made = makeShape(path, currency);
  shapes.set(name, made);
  return made;
}

function makeShape(path: string, currency: string): InputShape | null {
  const place = parsePath(path);
  if (!place) return null;
  const field = fieldAt(place);
  if (RATES.has(path)) {
    return {
      field,
      factor: 100,
      unit: '% a year',
      say: (value) => formatPercent(value),
      sayWhole: (value) => formatPercent(value),
    };
  }
  if (field.unit === 'share') {
    const say = (value: number): string => formatPercent(value);
    return { field, factor: 100, unit: '% of level 1’s', say, sayWhole: say };
  }
  if (field.money) {
    return {
      field,
      factor: 1,
      unit: field.unit.replace('money', currency),
      currency,
      say: (value) => formatCompactMoney(value, currency),
      sayWhole: (value) => formatMajor(value, currency),
    };
  }
  return {
    field,
    factor: 1,
    unit: field.unit,
    say: (value) => formatFigure(value),
    sayWhole: (value) => formatFigure(value),
  };
}

export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The slider's ends: half the believed range beyond it on both sides, within what is possible. */
export function sliderRange(field: Field, value: number, low: number, high: number): SliderRange {
  const span = high > low ? high - low : Math.max(Math.abs(value), 1);
  const least = field.exclusive ? Math.max(field.least, span / 1000) : field.least;
  const min = Math.max(least, Math.min(low, value) - span / 2);
  const max = Math.min(field.most, Math.max(high, value) + span / 2);
  const rough = (max - min) / 200;
  const power = 10 ** Math.floor(Math.log10(rough > 0 ? rough : 1));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power;
  return { min: Math.floor(min / step + 1e-9) * step < least ? min : Math.floor(min / step + 1e-9) * step, max, step };
}
