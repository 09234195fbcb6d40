import { choiceOf } from '#domain/assessments/answer';
import type { ComponentScore } from '#domain/assessments/component-score';
import { COMPONENT_LABELS, COMPONENT_PURPOSES, COMPONENTS, type Component } from '#domain/assessments/components';
import { needFor } from '#domain/assessments/questions/question';
import { oneOf } from '#domain/base/wording';
import type { MaturityLevel } from '#domain/vocabulary';
import { meanText } from '../../../components/level/mean-text';
import { formatShare } from '../../../lib/format';
import { componentsIn, levelCell, levelSpan } from './level-words';
import type { RadarAxis } from './radar/radar';
import type { Result } from './result-score';

export interface ComponentRow {
  readonly component: Component;
  readonly label: string;
  readonly purpose: string;
  readonly score: ComponentScore;
  /** Mean of what the target needs of the questions that apply, 0–3; `null`: none applies. */
  readonly need: number | null;
  /** `1`, `1 to 2` with unknown answers, `below 1`. */
  readonly level: string;
  /** The overall level stands at it, below its target; never said of a component of which nothing is known. */
  readonly holdsBack: boolean;
}

function needOf({ assessment, questions }: Result, component: Component, target: MaturityLevel): number | null {
  const needs = questions.questions
    .filter((question) => question.component === component)
    .filter((question) => choiceOf(assessment.answers, question) !== 'not_applicable')
    .map((question) => needFor(question, target));
  return needs.length === 0 ? null : needs.reduce<number>((sum, need) => sum + need, 0) / needs.length;
}

/** The six components in their order, with what each is for. */
export function componentRows(result: Result): ComponentRow[] {
  const { score } = result;
  return COMPONENTS.map((component) => {
    const own = score.components[component];
    return {
      component,
      label: COMPONENT_LABELS[component],
      purpose: COMPONENT_PURPOSES[component],
      score: own,
      need: needOf(result, component, own.target),
      level: levelSpan(own.level, own.levelIfUnknownsBest),
      holdsBack: own.mean !== null && own.level !== null && own.level === score.overallLevel && own.level < own.target,
    };
  });
}

export function radarAxes(rows: readonly ComponentRow[]): RadarAxis[] {
  return rows.map(({ component, label, score, need }) => ({
    id: component,
    label,
    mean: score.mean,
    range: score.range,
    need,
  }));
}

function share(row: ComponentRow): string {
  const { percentToTarget } = row.score;
  return percentToTarget === null ? 'does not apply' : `${formatShare(percentToTarget)} of its target`;
}

/** The chart in words: where most is missing, where least. */
export function componentsInWords(rows: readonly ComponentRow[]): string {
  const scored = rows.filter(({ score }) => score.percentToTarget !== null);
  const sorted = scored.toSorted((a, b) => (a.score.percentToTarget ?? 0) - (b.score.percentToTarget ?? 0));
  const [worst, best] = [sorted[0], sorted.at(-1)];
  if (!worst || !best) return 'No question applies to any component.';
  const met = scored.filter(({ score }) => score.percentToTarget === 1);
  if (met.length === scored.length) return 'Every component meets its target.';
  const reached =
    met.length === 0
      ? 'No component meets its target yet.'
      : `${oneOf(
          met.map(({ component }) => componentsIn(component)),
          'and',
        )} ${met.length === 1 ? 'meets its target' : 'meet their targets'}.`;
  const far = `Furthest from it is ${componentsIn(worst.component)} with ${share(worst)}`;
  const near =
    met.length === 0 && best !== worst ? `, nearest ${componentsIn(best.component)} with ${share(best)}` : '';
  return `${reached.charAt(0).toUpperCase()}${reached.slice(1)} ${far}${near}.`;
}

/**
 * Why a component with the lowest mean can hold a higher level: the first question in the room. '' where the order of means
 * and levels agrees.
 */
export function levelAgainstMean(rows: readonly ComponentRow[]): string {
  const scored = rows.flatMap(({ component, score: { mean, level } }) =>
    mean === null || level === null ? [] : [{ component, mean, level }],
  );
  const pairs = scored.flatMap((low) =>
    scored.filter((high) => high.mean > low.mean && high.level < low.level).map((high) => ({ low, high })),
  );
  const widest = pairs.toSorted((a, b) => b.high.mean - b.low.mean - (a.high.mean - a.low.mean))[0];
  if (!widest) return '';
  const { low, high } = widest;
  const name = componentsIn(low.component);
  const lower = `${name.charAt(0).toUpperCase()}${name.slice(1)} has a lower mean (${meanText(low.mean)}) than ${componentsIn(high.component)} (${meanText(high.mean)}) and yet a higher level (${levelCell(low.level)} against ${levelCell(high.level)})`;
  return `${lower}: a level is reached only when every question meets its own need, and a good answer to one makes up for no other; in a mean it does.`;
}

/** A mean with its range: `1.4`, `1.4 (1.2 to 1.8 with the unknown answers)`. */
export function meanInWords({ mean, range }: ComponentScore): string {
  if (range === null) return 'not applicable';
  const known = mean === null ? 'unknown' : meanText(mean);
  if (range[0] === range[1]) return known;
  return `${known} (${meanText(range[0])} to ${meanText(range[1])} with the unknown answers)`;
}
