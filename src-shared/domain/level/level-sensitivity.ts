import { counted, sayQuantity } from '../base/wording';
import type { UpdatesPerYear } from '../models/update-frequency';
import { type MaturityLevel, UPDATE_FREQUENCIES, type UpdateFrequency } from '../vocabulary';
import { type LevelThresholds, levelsFor } from './level-thresholds';

interface ModelChange {
  readonly to: number;
  readonly level: MaturityLevel;
}

interface FrequencyChange {
  readonly to: UpdateFrequency;
  readonly level: MaturityLevel;
}

/** The nearest changes that move the level; `null` = nothing in that direction does. */
export interface Sensitivity {
  /** Number of models, each updated as often as today's mean. */
  readonly moreModels: ModelChange | null;
  readonly fewerModels: ModelChange | null;
  /** Frequency that every model would take. */
  readonly moreOften: FrequencyChange | null;
  readonly lessOften: FrequencyChange | null;
  readonly words: readonly string[];
}

export interface SensitivityInput {
  /** At least 1. */
  readonly models: number;
  readonly load: number;
  readonly updatesPerYear: UpdatesPerYear;
  readonly thresholds: LevelThresholds;
}

const ADJECTIVES: Readonly<Record<UpdateFrequency, string>> = {
  ad_hoc: 'ad-hoc',
  yearly: 'yearly',
  half_yearly: 'half-yearly',
  quarterly: 'quarterly',
  monthly: 'monthly',
  weekly: 'weekly',
  daily: 'daily',
  on_drift: 'drift-triggered',
};

/** The numbers of models at which a threshold is crossed, and their neighbours: the level changes nowhere else. */
function turningPoints({ models, load, thresholds: table }: SensitivityInput): number[] {
  const byLoad = load > 0 ? [table.loadLevel1, table.loadLevel2].map((limit) => (limit * models) / load) : [];
  const edges = [table.countLevel1, table.countLevel2, table.capBelow, ...byLoad].map(Math.floor);
  // A load near 0 has its edges at infinity.
  return edges.flatMap((edge) => [edge - 1, edge, edge + 1]).filter((to) => to >= 1 && Number.isSafeInteger(to));
}

function nearestModels(input: SensitivityInput, today: MaturityLevel, direction: 1 | -1): ModelChange | null {
  const { models, load, thresholds } = input;
  return (
    turningPoints(input)
      .filter((to) => (to - models) * direction > 0)
      .sort((a, b) => (a - b) * direction)
      // Multiplied before it is divided: whole means stay exact.
      .map((to) => ({ to, level: levelsFor(to, (load * to) / models, thresholds).level }))
      .find(({ level }) => level !== today) ?? null
  );
}

function nearestFrequency(input: SensitivityInput, today: MaturityLevel, direction: 1 | -1): FrequencyChange | null {
  const { models, load, updatesPerYear, thresholds } = input;
  return (
    UPDATE_FREQUENCIES.map((to) => ({ to, rate: updatesPerYear[to] }))
      .filter(({ rate }) => (rate * models - load) * direction > 0)
      .sort((a, b) => (a.rate - b.rate) * direction)
      .map(({ to, rate }) => ({ to, level: levelsFor(models, rate * models, thresholds).level }))
      .find(({ level }) => level !== today) ?? null
  );
}

/** `weekly instead of monthly updates`, or the mean in numbers where it is no named frequency. */
function frequencyWords(to: UpdateFrequency, { models, load, updatesPerYear }: SensitivityInput): string {
  const now = UPDATE_FREQUENCIES.find(
    (frequency) => Math.abs(updatesPerYear[frequency] * models - load) < 1e-6 * models,
  );
  if (now) return `${ADJECTIVES[to]} instead of ${ADJECTIVES[now]} updates`;
  return `${ADJECTIVES[to]} updates instead of ${sayQuantity(load / models)} a year for each model`;
}

function sentence(what: string, level: MaturityLevel, today: MaturityLevel): string {
  const text = `${what} would move this ${level < today ? 'down ' : ''}to level ${level}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function directionWords(
  count: ModelChange | null,
  frequency: FrequencyChange | null,
  input: SensitivityInput,
  today: MaturityLevel,
): string[] {
  const difference = count ? Math.abs(count.to - input.models) : 0;
  const word = count && count.to > input.models ? 'more' : 'fewer';
  const models = counted(difference, `${word} model`);
  const often = frequency ? frequencyWords(frequency.to, input) : '';
  if (count && frequency && count.level === frequency.level) {
    return [sentence(`${models}, or ${often},`, count.level, today)];
  }
  return [
    ...(count ? [sentence(models, count.level, today)] : []),
    ...(frequency ? [sentence(often, frequency.level, today)] : []),
  ];
}

/** The smallest change of the number of models, and of their update frequency, that moves the level; rules.md 3. */
export function levelSensitivity(input: SensitivityInput): Sensitivity {
  const today = levelsFor(input.models, input.load, input.thresholds).level;
  const moreModels = nearestModels(input, today, 1);
  const fewerModels = nearestModels(input, today, -1);
  const moreOften = nearestFrequency(input, today, 1);
  const lessOften = nearestFrequency(input, today, -1);
  const words = [
    ...directionWords(moreModels, moreOften, input, today),
    ...directionWords(fewerModels, lessOften, input, today),
  ];
  return { moreModels, fewerModels, moreOften, lessOften, words };
}
