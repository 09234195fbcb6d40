import type { StagedLevel } from '#domain/assessments/component-score';
import { COMPONENT_LABELS, type Component } from '#domain/assessments/components';
import type { Recommendation } from '#domain/level/level-recommendation';
import { formatNumber } from '../../../lib/format';

/** `at level 2`; 0 is below the first. */
export function levelInWords(level: StagedLevel): string {
  return level === 0 ? 'below level 1' : `at level ${level}`;
}

/** A component inside a sentence: `model governance`, but `CI/CD pipelines`. */
export function componentsIn(component: Component): string {
  const label = COMPONENT_LABELS[component];
  return component === 'cicd_pipelines' ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** The level in a narrow column; `null`: no question applies. */
export function levelCell(level: StagedLevel | null): string {
  if (level === null) return 'not applicable';
  return level === 0 ? 'below 1' : String(level);
}

/** The level now, and the one that the unknown answers could make of it: `1`, `1 to 2`. */
export function levelSpan(level: StagedLevel | null, best: StagedLevel | null): string {
  return best !== null && level !== null && best > level ? `${levelCell(level)} to ${best}` : levelCell(level);
}

/** What the recommendation was computed from: `n = 13 models and U = 537 updates a year`. */
export function demandWords({ models, load, unknownFrequency }: Recommendation): string {
  const n = `n = ${formatNumber(models)} ${models === 1 ? 'model' : 'models'}`;
  if (unknownFrequency === 0) return `${n} and U = ${formatNumber(load, 1)} updates a year`;
  if (unknownFrequency >= models) return `${n} and an unknown number of updates a year`;
  return `${n} and U of at least ${formatNumber(load, 1)} updates a year`;
}
