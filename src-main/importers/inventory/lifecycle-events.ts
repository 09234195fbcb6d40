import { type Dated, isBefore, sayDated } from '#domain/base/period';
import { STAGE_LABELS, STAGES, type Stage } from '#domain/vocabulary';
import type { StageEvent } from './plan-types';
import type { DateField } from './read-field';

export const DATE_STAGES: Readonly<Record<DateField, Stage>> = {
  proposedAt: 'proposed',
  dataPreparationAt: 'data_preparation',
  trainingAt: 'training',
  validationAt: 'validation',
  deployedAt: 'deployed',
  monitoredAt: 'monitored',
  retiredAt: 'retired',
};

export interface LifecycleInput {
  /** `null`: the row does not say. */
  readonly stage: Stage | null;
  /** `null`: the row does not say. */
  readonly monitored: boolean | null;
  readonly dates: ReadonlyMap<DateField, Dated>;
}

export interface RefusedDate {
  readonly field: DateField;
  readonly code: 'date_after_stage' | 'dates_out_of_order';
  /** The other date that it does not agree with. */
  readonly against: DateField | null;
  readonly message: string;
}

export interface Lifecycle {
  /** `null`: neither a stage nor a usable date was given. */
  readonly stage: Stage | null;
  readonly derivedFromDates: boolean;
  readonly events: readonly StageEvent[];
  readonly refused: readonly RefusedDate[];
}

interface DatedStage {
  readonly field: DateField;
  readonly stage: Stage;
  readonly when: Dated;
}

const rank = (stage: Stage): number => STAGES.indexOf(stage);

/**
 * The moves that a row tells of. Dates behind the stated stage and dates that contradict each other are refused; the
 * last move is always into the stated stage, without a date when the row has none for it.
 */
export function lifecycleOf(input: LifecycleInput): Lifecycle {
  const stated = statedStage(input);
  const all = [...input.dates].map(([field, when]): DatedStage => ({ field, stage: DATE_STAGES[field], when }));
  all.sort((a, b) => rank(a.stage) - rank(b.stage));
  const late = stated === null ? [] : all.filter((dated) => rank(dated.stage) > rank(stated));
  const early = all.filter((dated) => !late.includes(dated));
  const contradictions = findContradictions(early);
  const usable = early.filter((dated) => !contradictions.some((refused) => refused.field === dated.field));
  const last = usable.at(-1);
  const reached = stated ?? last?.stage ?? null;
  const watched = stated === null && reached === 'deployed' && input.monitored === true;
  const stage = watched ? 'monitored' : reached;
  return {
    stage,
    derivedFromDates: stated === null && reached !== null,
    events: eventsOf(usable, stage, input),
    refused: [...late.map((dated) => afterStage(dated, stated)), ...contradictions],
  };
}

/** A deployed model that is watched is monitored. */
function statedStage(input: LifecycleInput): Stage | null {
  return input.stage === 'deployed' && input.monitored === true ? 'monitored' : input.stage;
}

function eventsOf(usable: readonly DatedStage[], stage: Stage | null, input: LifecycleInput): readonly StageEvent[] {
  const events: StageEvent[] = usable.map(({ stage: to, when }) => ({ stage: to, ...when }));
  if (stage === null) return events;
  const has = (wanted: Stage) => events.some((event) => event.stage === wanted);
  // "Deployed and watched" says two things: the deployment is kept even where its day is not known.
  const saysDeployed = stage === 'monitored' && input.stage !== 'monitored';
  if (saysDeployed && !has('deployed')) {
    const at = events.findIndex((event) => rank(event.stage) > rank('deployed'));
    events.splice(at < 0 ? events.length : at, 0, { stage: 'deployed', at: null, precision: 'day' });
  }
  if (!has(stage)) events.push({ stage, at: null, precision: 'day' });
  return events;
}

function findContradictions(dates: readonly DatedStage[]): readonly RefusedDate[] {
  const refused = new Map<DateField, RefusedDate>();
  dates.forEach((earlier, index) => {
    for (const later of dates.slice(index + 1)) {
      if (!isBefore(later.when, earlier.when)) continue;
      const message = `${STAGE_LABELS[later.stage]} on ${sayDated(later.when)} lies before ${STAGE_LABELS[earlier.stage].toLowerCase()} on ${sayDated(earlier.when)}. Neither date is used; correct one of them in the file.`;
      for (const [field, against] of [
        [earlier.field, later.field],
        [later.field, earlier.field],
      ] as const) {
        if (!refused.has(field)) refused.set(field, { field, code: 'dates_out_of_order', against, message });
      }
    }
  });
  return [...refused.values()];
}

function afterStage(dated: DatedStage, stage: Stage | null): RefusedDate {
  const now = stage === null ? '' : STAGE_LABELS[stage].toLowerCase();
  const message = `The day for ${STAGE_LABELS[dated.stage].toLowerCase()}, ${sayDated(dated.when)}, is given, but the stage is still ${now}. The date is not used; correct the stage or the date.`;
  return { field: dated.field, code: 'date_after_stage', against: null, message };
}
