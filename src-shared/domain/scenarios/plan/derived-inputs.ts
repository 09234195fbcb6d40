import { type InvestmentInputs, LEVEL_KEYS, type LevelInputs, type LevelKey, levelKeys, sayLevel } from './inputs';

/** Inputs that are formulas of others: worked out anew wherever a parent moves. */
export const DERIVABLE = [
  'incidentCost',
  'levels.L1.incidentsPerModel',
  'levels.L2.incidentsPerModel',
  'levels.L3.incidentsPerModel',
] as const;
export type Derivable = (typeof DERIVABLE)[number];

/** What counts where a reduction is left out; maths.md C7. */
export const REDUCTIONS = { L2: 0.6, L3: 0.7 } as const;

export const incidentsPath = (key: LevelKey): Derivable => `levels.${key}.incidentsPerModel`;

export const isDerived = ({ derived }: InvestmentInputs, path: string): boolean => derived?.includes(path) === true;

/** The share of level 1's incidents that a level avoids. */
export function reductionOf(inputs: InvestmentInputs, key: LevelKey): number {
  if (key === 'L1') return 0;
  return (key === 'L2' ? inputs.incidentReductionL2 : inputs.incidentReductionL3) ?? REDUCTIONS[key];
}

/** What an incident costs by its hours and what else it costs, in major units; NaN without hours. */
export function derivedIncidentCost(inputs: InvestmentInputs): number {
  const hour = inputs.loadedAnnual / inputs.hoursPerYear;
  return (inputs.incidentHours ?? Number.NaN) * hour + (inputs.incidentOtherCost ?? 0);
}

/** Incidents of a level by those of the baseline: reductions count from level 1, also where the plan begins higher. */
export function derivedIncidents(inputs: InvestmentInputs, key: LevelKey): number {
  const [lowest = key] = levelKeys(inputs);
  const left = (1 - reductionOf(inputs, key)) / (1 - reductionOf(inputs, lowest));
  return (inputs.levels[lowest]?.incidentsPerModel ?? 0) * left;
}

type DerivedPlace =
  | { readonly kind: 'plan'; readonly key: 'incidentCost' }
  | { readonly kind: 'level'; readonly level: LevelKey; readonly key: 'incidentsPerModel' };

/** Inputs that are overwritten in place. */
interface Overwritten {
  readonly inputs: InvestmentInputs;
  readonly set: (place: DerivedPlace, value: number) => void;
}

/** Works every derived input of a draft out anew; whenever one of its parents may have moved. */
export function applyDerived({ inputs, set }: Overwritten): void {
  const { derived } = inputs;
  if (!derived || derived.length === 0) return;
  if (derived.includes('incidentCost')) set({ kind: 'plan', key: 'incidentCost' }, derivedIncidentCost(inputs));
  for (const key of LEVEL_KEYS) {
    if (!derived.includes(incidentsPath(key))) continue;
    set({ kind: 'level', level: key, key: 'incidentsPerModel' }, derivedIncidents(inputs, key));
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The inputs with every derived one worked out; the same object where none is. */
export function withDerived<T extends InvestmentInputs>(given: T): T {
  if (!given.derived || given.derived.length === 0) return given;
  const levels: { [key in LevelKey]?: Mutable<LevelInputs> } = {};
  for (const key of levelKeys(given)) {
    const level = given.levels[key];
    if (level) levels[key] = { ...level };
  }
  const inputs: Mutable<T> = { ...given, levels };
  applyDerived({
    inputs,
    set: (place, value) => {
      const owner = place.kind === 'plan' ? null : levels[place.level];
      if (place.kind === 'plan') inputs[place.key] = value;
      else if (owner) owner[place.key] = value;
    },
  });
  return inputs;
}

/** The formula of a derived input with the inputs' numbers; `null`: it has none, or the case has no such level. */
export function formulaAt(inputs: InvestmentInputs, path: string): number | null {
  if (path === 'incidentCost') return derivedIncidentCost(inputs);
  const key = LEVEL_KEYS.find((level) => path === incidentsPath(level));
  return key === undefined || inputs.levels[key] === undefined ? null : derivedIncidents(inputs, key);
}

/** The inputs with these paths worked out from now on. */
export function deriving<T extends InvestmentInputs>(inputs: T, paths: readonly Derivable[]): T {
  return { ...inputs, derived: [...new Set([...(inputs.derived ?? []), ...paths])] };
}

/** The inputs with a path that is a number of its own from now on. */
export function notDeriving<T extends InvestmentInputs>(inputs: T, path: string): T {
  return isDerived(inputs, path) ? { ...inputs, derived: inputs.derived?.filter((one) => one !== path) } : inputs;
}

/** Whether a range of the input would move nothing: it is worked out itself, or what is worked out from it is entered. */
export function movesNothing(inputs: InvestmentInputs, path: string): boolean {
  if (isDerived(inputs, path)) return true;
  if (path === 'incidentHours' || path === 'incidentOtherCost') return !isDerived(inputs, 'incidentCost');
  if (path === 'incidentReductionL2') return !isDerived(inputs, incidentsPath('L2'));
  return path === 'incidentReductionL3' && !isDerived(inputs, incidentsPath('L3'));
}

/** What is wrong with the derived inputs, one sentence each. */
export function derivedProblems(inputs: InvestmentInputs): string[] {
  const [lowest] = levelKeys(inputs);
  return (inputs.derived ?? []).flatMap((path) => {
    if (!(DERIVABLE as readonly string[]).includes(path)) {
      return [
        `${path} has no formula: only ${DERIVABLE[0]} and the incidents of a level above the lowest are derived.`,
      ];
    }
    if (path === 'incidentCost') {
      if (inputs.incidentHours !== undefined) return [];
      return ['The cost of an incident is derived from its person-hours, which are missing: enter incidentHours.'];
    }
    const key = LEVEL_KEYS.find((level) => path === incidentsPath(level));
    if (key === lowest) return [`${path} belongs to the lowest level, from which others are derived: enter a number.`];
    if (!key || inputs.levels[key] === undefined)
      return [`${path} is not in this case: add the level or leave it out.`];
    const whole = lowest !== undefined && lowest !== 'L1' && reductionOf(inputs, lowest) === 1;
    return whole ? [`${sayLevel(lowest)} is said to avoid every incident: nothing can be derived from it.`] : [];
  });
}
