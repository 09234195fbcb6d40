import { COMPONENT_LABELS, type Component } from '#domain/maturity/components';
import type { StagedLevel } from '#domain/maturity/component-score';

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
