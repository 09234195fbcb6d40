import { sayCount, verb } from '../base/wording';
import type { Health, Monitoring, Stage } from '../vocabulary';
import { isInProduction } from './lifecycle';

/** What is known of a model of how it is watched. */
export interface MonitoringFacts {
  readonly stage: Stage;
  /** `false`: it is deployed and nobody has said whether it is monitored. */
  readonly monitoringKnown: boolean;
  readonly health: Health;
}

/** Healths that stand on a result in time: somebody looks; rules.md 6. */
const WATCHED: readonly Health[] = ['act', 'watch', 'ok'];

/**
 * Whether a model in production is monitored; rules.md 1. What somebody said comes first. Where nobody did, a drift result
 * that is not overdue and has a verdict shows that the model is watched; without one it stays unknown, which is not "no".
 *
 * @returns `null`: the model is not in production
 */
export function monitoringOf({ stage, monitoringKnown, health }: MonitoringFacts): Monitoring | null {
  if (!isInProduction(stage)) return null;
  if (stage !== 'deployed') return 'monitored';
  if (monitoringKnown) return 'not_monitored';
  return WATCHED.includes(health) ? 'monitored' : 'unknown';
}

/** Models in production by what is known of how they are watched; the rest of them is monitored. */
export interface MonitoringCounts {
  readonly inProduction: number;
  readonly notMonitored: number;
  readonly monitoringUnknown: number;
}

/**
 * How many of those in production are watched, as sentences; '' without any. What is not known is a number of its own.
 *
 * @param say writes a number as its reader does
 */
export function sayMonitoring(
  { inProduction, notMonitored, monitoringUnknown: unknown }: MonitoringCounts,
  say: (count: number) => string = sayCount,
): string {
  if (inProduction === 0) return '';
  if (inProduction === 1) {
    if (unknown === 1) return 'Nobody has said whether it is monitored.';
    return notMonitored === 0 ? 'It is monitored.' : 'It is not monitored.';
  }
  if (unknown === inProduction) return 'Nobody has said of any of those in production whether it is monitored.';
  const unsaid = `of ${say(unknown)} nobody has said whether ${verb(unknown, 'it is', 'they are')}`;
  if (notMonitored === 0) {
    const watched = inProduction - unknown;
    return unknown === 0
      ? 'All of those in production are monitored.'
      : `${say(watched)} of those in production ${verb(watched, 'is', 'are')} monitored; ${unsaid}.`;
  }
  if (notMonitored === inProduction) return 'None of those in production is monitored.';
  const blind = `${say(notMonitored)} of those in production ${verb(notMonitored, 'is', 'are')} not monitored`;
  return unknown === 0 ? `${blind}.` : `${blind}; ${unsaid}.`;
}
