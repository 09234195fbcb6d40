import type { Output } from '#contract/index';
import { COMPONENT_LABELS, COMPONENTS, type Component } from '#domain/assessments/components';
import { findQuestion, QUESTION_SETS } from '#domain/assessments/questions/question-sets';
import { type DifferenceMark, differenceMark, minus } from '../difference-words';

export type Comparison = Output<'assessments.compare'>;
type Compared = Comparison['assessments'][number];

export interface Differences {
  readonly mean: DifferenceMark | null;
  readonly level: DifferenceMark | null;
}

export interface CompareCell {
  readonly id: string;
  readonly mean: number | null;
  readonly level: number | null;
  readonly percentToTarget: number | null;
  /** `null` for the first. */
  readonly toFirst: Differences | null;
  /** `null` where the previous is the first: it would say the same twice. */
  readonly toPrevious: Differences | null;
}

export interface CompareRow {
  readonly key: Component | 'overall';
  readonly label: string;
  /** Questions here that not all of them ask alike: no figure of the row is made with them. */
  readonly leftOut: number;
  /** In the order of the assessments. */
  readonly cells: readonly CompareCell[];
}

interface Figures {
  readonly mean: number | null;
  readonly level: number | null;
  readonly percentToTarget: number | null;
}

/** Means have two decimals so that a single answer shows; levels are whole. */
const DIGITS = { mean: 2, level: 0 } as const;

function figuresOf(one: Compared, key: CompareRow['key']): Figures {
  if (key !== 'overall') return one.components[key];
  return { mean: one.overallMean, level: one.overallLevel, percentToTarget: one.percentToTarget };
}

function differences(now: Figures, then: Figures | undefined): Differences | null {
  if (!then) return null;
  return {
    mean: differenceMark(minus(now.mean, then.mean), DIGITS.mean),
    level: differenceMark(minus(now.level, then.level), DIGITS.level),
  };
}

function rowOf(key: CompareRow['key'], label: string, comparison: Comparison, leftOut: number): CompareRow {
  const all = comparison.assessments.map((one) => ({ id: one.id, ...figuresOf(one, key) }));
  const cells = all.map(
    (now, index): CompareCell => ({
      id: now.id,
      mean: now.mean,
      level: now.level,
      percentToTarget: now.percentToTarget,
      toFirst: index > 0 ? differences(now, all[0]) : null,
      toPrevious: index > 1 ? differences(now, all[index - 1]) : null,
    }),
  );
  return { key, label, leftOut, cells };
}

const componentOf = (id: string): Component | null =>
  [...QUESTION_SETS.values()].map((set) => findQuestion(set, id)?.component ?? null).find((one) => one !== null) ??
  null;

/** One row for all six, then one for each component: what it was each time, and how it differs. */
export function compareRows(comparison: Comparison): CompareRow[] {
  const { notComparable } = comparison;
  return [
    rowOf('overall', 'All six', comparison, notComparable.length),
    ...COMPONENTS.map((component) =>
      rowOf(
        component,
        COMPONENT_LABELS[component],
        comparison,
        notComparable.filter(({ id }) => componentOf(id) === component).length,
      ),
    ),
  ];
}
