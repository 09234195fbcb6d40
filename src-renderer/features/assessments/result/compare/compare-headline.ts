import { COMPONENTS } from '#domain/assessments/components';
import { meanText } from '../../../../components/level/mean-text';
import { formatNumber } from '../../../../lib/format';
import { minus } from '../difference-words';
import { componentsIn } from '../level-words';
import type { Comparison } from './compare-rows';

type Compared = Comparison['assessments'][number];

const NOTICEABLE = 0.005;

function levelChange(first: Compared, last: Compared): string {
  const level = (one: Compared): string => (one.overallLevel === 0 ? 'below 1' : String(one.overallLevel ?? 'none'));
  return first.overallLevel === last.overallLevel
    ? `Level ${level(last)}, as in “${first.label}”`
    : `Level ${level(last)} instead of ${level(first)} in “${first.label}”`;
}

function mostMoved(first: Compared, last: Compared): string {
  const moves = COMPONENTS.flatMap((component) => {
    const by = minus(last.components[component].mean, first.components[component].mean);
    return by === null || Math.abs(by) < NOTICEABLE ? [] : [{ component, by }];
  }).toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const most = moves[0];
  if (!most) return '';
  return `, most in ${componentsIn(most.component)} (${most.by > 0 ? '+' : '−'}${formatNumber(Math.abs(most.by), 1)})`;
}

function overTime(first: Compared, last: Compared): string {
  const level = levelChange(first, last);
  const by = minus(last.overallMean, first.overallMean);
  if (by === null) return `${level}; the means cannot be compared`;
  if (Math.abs(by) < NOTICEABLE) return `${level}; the overall mean is the same${mostMoved(first, last)}`;
  const moved = by > 0 ? 'rose' : 'fell';
  return `${level}; the overall mean ${moved} by ${formatNumber(Math.abs(by), 1)}${mostMoved(first, last)}`;
}

function betweenUnits(all: readonly Compared[]): string {
  const known = all.filter(({ overallMean }) => overallMean !== null);
  const sorted = known.toSorted((a, b) => (b.overallMean ?? 0) - (a.overallMean ?? 0));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (!best || !worst || best === worst) return 'The assessments cannot be ranked: fewer than two have a mean';
  const say = (one: Compared): string => `${one.label} (${meanText(one.overallMean)})`;
  return `${say(best)} stands highest, ${say(worst)} lowest`;
}

/** What the comparison shows: over time for one unit, else who stands where. */
export function compareHeadline(comparison: Comparison): string {
  const all = comparison.assessments;
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return 'There is nothing to compare yet';
  const oneUnit = all.every(({ unit }) => unit === first.unit);
  return oneUnit ? overTime(first, last) : betweenUnits(all);
}
