import type { SeriesKey } from './result-columns';
import { driftMetricSpec, isEvaluation } from './vocabulary';

export type SeriesKind = Pick<SeriesKey, 'metric' | 'method' | 'base' | 'binning' | 'tool'>;

/**
 * Why two series may not be drawn on one axis, as sentences; none: they may. Metric, method, base and binning must agree;
 * rules.md 6. What a tool did not say is not taken to be the same.
 */
export function incomparable(a: SeriesKind, b: SeriesKind): string[] {
  const [specA, specB] = [driftMetricSpec(a.metric), driftMetricSpec(b.metric)];
  if (a.metric !== b.metric) return [`They are different figures: ${specA.label} and ${specB.label}.`];
  const reasons: string[] = [];
  const { binned, logBase, label } = specA;
  if (isEvaluation(a.metric) && a.method !== b.method)
    reasons.push(`The evaluators differ: ${said(a.method, a.tool)} and ${said(b.method, b.tool)}.`);
  else if (a.method !== b.method && (binned || a.tool !== b.tool) && !bothBlank(a.method, b.method))
    reasons.push(`The methods differ: ${said(a.method, a.tool)} and ${said(b.method, b.tool)}.`);
  if (a.base !== b.base && (logBase !== null || a.base !== null || b.base !== null))
    reasons.push(`The logarithms differ: ${sayBase(a.base)} and ${sayBase(b.base)}.`);
  if (a.binning !== b.binning)
    reasons.push(`The bins differ: ${said(a.binning, a.tool)} and ${said(b.binning, b.tool)}.`);
  else if (binned && a.binning === '' && a.tool !== b.tool)
    reasons.push(`${label} depends on its bins, and neither ${a.tool} nor ${b.tool} said how it made them.`);
  return reasons;
}

const bothBlank = (a: string, b: string): boolean => a === '' && b === '';
const said = (text: string, tool: string): string => (text === '' ? `not said (${tool})` : `${text} (${tool})`);

function sayBase(base: SeriesKind['base']): string {
  if (base === null) return 'not said';
  return base === '2' ? 'base 2' : 'natural';
}
