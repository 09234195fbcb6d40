import type { Scenario } from '#contract/scenarios/scenarios';
import type { CostDefault } from '#domain/scenarios/defaults/cost-default';
import { isUnconverted } from '#domain/scenarios/plan/scenario-origins';

export type Origin = Scenario['items'][number]['origin'];

export type MeasuredOrigin = Extract<Origin, { kind: 'measured' }>;

/** A default of the research as the origin of a number. */
export function assumptionOf(origin: CostDefault, currency: string, note = ''): Origin {
  const { grade, source, url = null, region, unit, low, mode, high } = origin;
  const converted = isUnconverted(currency, origin)
    ? `The source counts in ${unit}: its number was taken over, not converted to ${currency}.`
    : '';
  const notes = [origin.note ?? '', note, converted].filter((text) => text !== '');
  return { kind: 'assumption', grade, source, url, note: notes.join(' '), region, unit, low, mode, high };
}
