import { carried } from '#domain/base/carried';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { numberAt } from '#domain/scenarios/plan/scenario-inputs';
import type { Sensitivity } from '#domain/scenarios/uncertainty/sensitivity';
import type { TornadoRow } from '../charts/tornado-chart';
import { inputName } from '../inputs/input-name';
import { shapeOf } from '../inputs/input-shape';

/** What one input must be for the case to hold. */
export interface Belief {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly range: string;
  /** `at least 0.27`, or why there is no such value. */
  readonly mustBe: string;
  /** The break-even lies in the believed range: here the case can turn. */
  readonly fragile: boolean;
}

/** The rows of the tornado with words. */
export function tornadoRows({ rows }: Sensitivity, currency: string): readonly TornadoRow[] {
  return rows.flatMap((row) => {
    const shape = shapeOf(row.path, currency);
    return shape ? [{ ...row, label: inputName(row.path), say: shape.say }] : [];
  });
}

/** What must be true, the input that can turn the case most easily first. */
export function beliefsOf(
  sensitivity: Sensitivity,
  inputs: InvestmentInputs,
  currency: string,
  digits = 3,
): readonly Belief[] {
  const holds = sensitivity.base >= 0;
  const found = tornadoRows(sensitivity, currency).map((row) => {
    const { path, label, low, high, breakEvenValue, say } = row;
    const value = numberAt(inputs, path);
    const distance =
      breakEvenValue === null || value === null
        ? Number.POSITIVE_INFINITY
        : Math.abs(breakEvenValue - value) / (high - low || Math.abs(value) || 1);
    const fragile = breakEvenValue !== null && breakEvenValue >= low && breakEvenValue <= high;
    const below = breakEvenValue !== null && value !== null && breakEvenValue < value;
    const side = below === holds ? 'at least' : 'at most';
    return {
      belief: {
        path,
        label,
        value: value === null ? '–' : say(value),
        range: `${say(low)} to ${say(high)}`,
        mustBe:
          breakEvenValue === null
            ? 'anything: it alone cannot turn the case'
            : `${side} ${say(value === null ? breakEvenValue : carried(breakEvenValue, value, digits))}`,
        fragile,
      },
      distance,
    };
  });
  return found.toSorted((p, q) => p.distance - q.distance).map(({ belief }) => belief);
}
