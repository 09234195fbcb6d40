import { COMPONENTS } from '#domain/assessments/components';
import type { Score } from '#domain/assessments/score';
import { counted } from '#domain/base/wording';
import { formatNumber, formatShare } from '../../../lib/format';
import { componentsIn } from './level-words';

function fromTo(before: number | null, after: number | null, say: (value: number) => string): string | null {
  const [then, now] = [before, after].map((value) => (value === null ? 'none' : say(value)));
  return then === now || then === undefined || now === undefined ? null : `from ${then} to ${now}`;
}

function gapWords(before: Score, after: Score): string[] {
  const difference = after.gaps.length - before.gaps.length;
  if (difference === 0) return [];
  const one = difference > 0 ? 'more gap' : 'fewer gap';
  return [`${counted(Math.abs(difference), one)}, ${formatNumber(after.gaps.length)} in all.`];
}

function targetWords(before: Score, after: Score): string[] {
  return COMPONENTS.flatMap((component) => {
    const [then, now] = [before.components[component].target, after.components[component].target];
    return then === now ? [] : [`The target of ${componentsIn(component)} is now ${now} instead of ${then}.`];
  });
}

/** What another target or weight did to the result: a level never moves with either. */
export function scoreChange(before: Score, after: Score): string[] {
  const mean = fromTo(before.overallMean, after.overallMean, (value) => formatNumber(value, 2));
  const share = fromTo(before.percentToTarget, after.percentToTarget, (value) => formatShare(value));
  const words = [
    ...targetWords(before, after),
    ...(mean === null ? [] : [`The overall mean went ${mean}.`]),
    ...(share === null ? [] : [`The share of the target went ${share}.`]),
    ...gapWords(before, after),
  ];
  return words.length === 0 ? ['No figure of the result moved with it.'] : words;
}
