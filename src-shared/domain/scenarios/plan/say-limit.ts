import { carried } from '../../base/carried';
import { oneOf } from '../../base/wording';
import type { Pair } from './comparison-flows';
import { type LevelKey, sayLevel } from './inputs';

export interface Limit {
  /** `level 1: people per model` */
  readonly label: string;
  readonly value: number;
  readonly breakEven: number;
  /** Whether it lies in the range that is believed of the input. */
  readonly within: boolean;
}

export interface LimitSaying {
  readonly pair: Pair;
  readonly npv: number;
  /** Figures that count of the plan. */
  readonly digits: number;
  readonly say: (value: number) => string;
}

/** The one belief that turns a comparison most easily, and of which comparison it speaks; `null`: no input turns it. */
export function sayLimit(limit: Limit | null, { pair: { a, b }, npv, digits, say }: LimitSaying): string {
  if (limit === null) return `No single uncertain input can turn the result of ${sayLevel(b)} against ${sayLevel(a)}.`;
  const { label, value, breakEven, within } = limit;
  const side = breakEven < value === npv >= 0 ? 'above' : 'below';
  const verb = npv >= 0 ? 'What must be true' : 'What would turn it';
  const reach = within ? '' : ', which lies outside its believed range';
  const turn = say(carried(breakEven, value, digits));
  return `${verb}, ${sayLevel(b)} against ${sayLevel(a)}: ${label.replace(': ', ', ')} ${side} ${turn}${reach}; taken as ${say(value)}.`;
}

/**
 * Why the options turn elsewhere than the comparison: they ask from where on another level costs least, the comparison from
 * where on its own two cost the same. '' where the plan has no third level, or nothing is known of what costs least.
 */
export function sayOtherLimit(cheapest: LevelKey | null, { a, b }: Pair, levels: readonly LevelKey[]): string {
  const others = levels.filter((key) => key !== a && key !== b);
  if (cheapest === null || others.length === 0) return '';
  if (cheapest === b)
    return `The options turn elsewhere: there ${sayLevel(b)} has to beat ${oneOf(others.map(sayLevel), 'and')} as well.`;
  return `The options turn elsewhere: there ${sayLevel(cheapest)}, which costs least, is the one to beat.`;
}
