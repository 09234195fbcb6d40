import { addDays, daysFromTo } from '#domain/base/calendar';
import { counted, sayCount, smallNumber, verb } from '#domain/base/wording';
import type { Health, Tier } from '#domain/vocabulary';
import { formatNumber } from '../../../lib/format';
import type { FalseAlarms, Heatmap } from './monitoring-types';

export interface HeadlineModel {
  readonly health: Health;
  readonly tier: Tier | null;
  /** First day of the present health; `null` = not known. */
  readonly since: string | null;
  readonly lastResult: string | null;
}

/** The models of a map as the headline sees them. */
export const headlineModels = (map: Pick<Heatmap, 'health' | 'tiers' | 'since' | 'lastResult'>): HeadlineModel[] =>
  map.health.map((health, row) => ({
    health,
    tier: map.tiers[row] ?? null,
    since: map.since[row] ?? null,
    lastResult: map.lastResult[row] ?? null,
  }));

/** A week is the day it is and the six before it. */
const WEEK_BEFORE = -6;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function tierOne(models: readonly HeadlineModel[]): string {
  const first = models.filter(({ tier }) => tier === 1).length;
  if (first === 0) return '';
  if (models.length === 1) return ', a model of tier 1';
  if (first === models.length) return ', all of them tier 1';
  return `, ${smallNumber(first)} of them tier 1`;
}

function driftWords(drifted: readonly HeadlineModel[], today: string): string {
  if (drifted.length === 0) return 'No model has drifted';
  const weekAgo = addDays(today, WEEK_BEFORE);
  const fresh = drifted.filter(({ since }) => since !== null && since >= weekAgo).length;
  const earlier = drifted.length - fresh;
  const models = (n: number): string => `${smallNumber(n)} ${verb(n, 'model', 'models')}`;
  if (earlier === 0) return `${capital(models(fresh))} drifted this week${tierOne(drifted)}`;
  if (fresh === 0) {
    const have = verb(earlier, 'has', 'have');
    return `${capital(models(earlier))} ${have} been drifting since before this week${tierOne(drifted)}`;
  }
  return `${capital(models(fresh))} drifted this week and ${smallNumber(earlier)} before${tierOne(drifted)}`;
}

function silenceWords(silent: readonly HeadlineModel[], today: string): string {
  if (silent.length === 0) return 'none is silent';
  const days = silent.flatMap(({ lastResult }) => (lastResult === null ? [] : [daysFromTo(lastResult, today)]));
  const who = `${smallNumber(silent.length)} ${verb(silent.length, 'has', 'have')} sent no signal`;
  if (days.length < silent.length) return who;
  const least = Math.max(0, Math.floor(Math.min(...days)));
  return `${who} for ${silent.length === 1 ? '' : 'at least '}${counted(least, 'day')}`;
}

/**
 * The finding of the monitoring page as a sentence: what drifted and what went silent.
 *
 * @param models every model that drifted (`act`) or is silent; others are not looked at
 * @param today the UTC day, `2026-11-23`
 */
export function monitoringHeadline(models: readonly HeadlineModel[], today: string): string {
  const drifted = models.filter(({ health }) => health === 'act');
  const silent = models.filter(({ health }) => health === 'silent');
  return `${driftWords(drifted, today)}; ${silenceWords(silent, today)}`;
}

const COUNTED: readonly (readonly [Health, string])[] = [
  ['act', 'at act'],
  ['watch', 'at watch'],
  ['ok', 'ok'],
  ['silent', 'silent'],
  ['unknown', 'without a verdict'],
];

/** The rest of the portfolio in counts, and what the bands cost in alarms that mean nothing. */
export function monitoringSubline(healths: readonly Health[], alarms: FalseAlarms | undefined): string {
  const counts = COUNTED.flatMap(([health, words]) => {
    const n = healths.filter((one) => one === health).length;
    return n === 0 ? [] : [`${sayCount(n)} ${words}`];
  });
  return [`${counted(healths.length, 'model')}: ${counts.join(', ')}.`, alarmWords(alarms)].join(' ').trim();
}

/** Expected alarms a month without any drift; '' while nothing can be said. */
export function alarmWords(alarms: FalseAlarms | undefined): string {
  const known = (alarms?.metrics ?? []).flatMap(({ watch }) => (watch === null ? [] : [watch]));
  if (!alarms || known.length === 0) return '';
  const sum = known.reduce((total, one) => total + one, 0);
  const partly = known.length < alarms.metrics.length ? ' (of the figures for which it can be said)' : '';
  if (sum === 0) return `With these bands expect no false alarms${partly}.`;
  const number = sum < 0.05 ? `fewer than ${formatNumber(0.1, 1)}` : `about ${formatNumber(sum, sum < 10 ? 1 : 0)}`;
  return `With these bands expect ${number} false alarms a month${partly}.`;
}
