import { type InvestmentInputs, LEVEL_KEYS, type LevelInputs } from '#domain/scenarios/plan/inputs';
import { formatShare } from '../../../lib/format';

/** A question that is asked of every case, answered with one click and without changing the scenario. */
export interface WhatIf {
  readonly id: string;
  readonly label: string;
  /** As a headline says it: `With salaries 30% higher, …`. */
  readonly said: string;
  readonly explains: string;
  readonly apply: (inputs: InvestmentInputs) => InvestmentInputs;
}

const DEARER = 1.3;
const SLIP_MONTHS = 6;
const MOST_DELAY = 120;

function everyLevel(inputs: InvestmentInputs, change: (level: LevelInputs, built: boolean) => LevelInputs) {
  const lowest = LEVEL_KEYS.find((key) => inputs.levels[key] !== undefined);
  const levels = LEVEL_KEYS.flatMap((key) => {
    const level = inputs.levels[key];
    return level ? [[key, change(level, key !== lowest)] as const] : [];
  });
  return { ...inputs, levels: Object.fromEntries(levels) };
}

export const WHAT_IFS: readonly WhatIf[] = [
  {
    id: 'salary',
    get label() {
      return `Salary +${formatShare(DEARER - 1)}`;
    },
    get said() {
      return `salaries ${formatShare(DEARER - 1)} higher`;
    },
    get explains() {
      return `A person costs ${formatShare(DEARER - 1)} more a year, at every level.`;
    },
    apply: (inputs) => ({ ...inputs, loadedAnnual: inputs.loadedAnnual * DEARER }),
  },
  {
    id: 'slip',
    label: 'Six months late',
    said: 'the capability six months late',
    explains: 'The capability comes six months later than planned, while everything is paid as planned.',
    apply: (inputs) =>
      everyLevel(inputs, (level, built) =>
        built ? { ...level, delayMonths: Math.min(MOST_DELAY, (level.delayMonths ?? 0) + SLIP_MONTHS) } : level,
      ),
  },
  {
    id: 'investment',
    label: 'Building ×2',
    said: 'building twice as dear',
    explains: 'What is put in at the start is doubled, at every level.',
    apply: (inputs) => everyLevel(inputs, (level) => ({ ...level, investment: level.investment * 2 })),
  },
  {
    id: 'growth',
    label: 'Half the growth',
    said: 'half the growth',
    explains: 'Half as many new models come each year; those that are there stay.',
    apply: (inputs) => ({ ...inputs, newModels: inputs.newModels.map((count) => count / 2) }),
  },
  {
    id: 'incidents',
    label: 'No fewer incidents',
    said: 'no fewer incidents',
    explains: 'A platform avoids no incident: every level has as many per model as the lowest.',
    apply: (inputs) => {
      const lowest = LEVEL_KEYS.flatMap((key) => inputs.levels[key] ?? [])[0];
      return everyLevel(inputs, (level) => ({
        ...level,
        incidentsPerModel: lowest?.incidentsPerModel ?? level.incidentsPerModel,
      }));
    },
  },
];

/** The inputs with every question that is switched on. */
export function withWhatIfs(inputs: InvestmentInputs, on: ReadonlySet<string>): InvestmentInputs {
  return WHAT_IFS.reduce((now, whatIf) => (on.has(whatIf.id) ? whatIf.apply(now) : now), inputs);
}
