import { type Dated, isBefore, mayAgree, sayDated } from '#domain/base/period';
import { STAGE_LABELS, STAGES, type Stage } from '#domain/vocabulary';
import type { StageEvent } from './plan-types';
import type { DateField } from './read-field';

/** Dates whose move follows from the stage of the row. */
type FloatingDate = 'operationalAt' | 'stageAt';

const DATE_STAGES: Readonly<Record<Exclude<DateField, FloatingDate>, Stage>> = {
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
  readonly code: 'date_after_stage' | 'dates_out_of_order' | 'date_without_stage' | 'date_told_twice';
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
  const { dated: all, refused: homeless } = placeDates(input);
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
    refused: [...homeless, ...late.map((dated) => afterStage(dated, stated)), ...contradictions],
  };
}

interface PlacedDates {
  readonly dated: DatedStage[];
  readonly refused: readonly RefusedDate[];
}

/** Gives each date its stage. Where a column of its own tells the day of that stage, that column counts. */
function placeDates({ dates, stage }: LifecycleInput): PlacedDates {
  const dated: DatedStage[] = [];
  const refused: RefusedDate[] = [];
  const floating: [FloatingDate, Dated][] = [];
  for (const [field, when] of dates) {
    if (field === 'operationalAt' || field === 'stageAt') floating.push([field, when]);
    else dated.push({ field, stage: DATE_STAGES[field], when });
  }
  for (const [field, when] of floating) {
    const entered = field === 'stageAt' ? stage : enteredUse(stage);
    const known = dated.find((other) => other.stage === entered);
    if (entered === null) refused.push(withoutStage(field, when));
    else if (known === undefined) dated.push({ field, stage: entered, when });
    else if (!mayAgree(known.when, when)) refused.push(toldTwice(field, when, known));
  }
  return { dated, refused };
}

/** A model in a pilot came into use with it, any other with its deployment. */
const enteredUse = (stage: Stage | null): Stage => (stage === 'validation' ? 'validation' : 'deployed');

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

function withoutStage(field: DateField, when: Dated): RefusedDate {
  const message = `${sayDated(when)} is when the model entered its stage, but the row states no stage. The date is not used; state the stage, or map the column to the day of one stage.`;
  return { field, code: 'date_without_stage', against: null, message };
}

function toldTwice(field: DateField, when: Dated, known: DatedStage): RefusedDate {
  const message = `${sayDated(when)} and ${sayDated(known.when)} are both given for ${STAGE_LABELS[known.stage].toLowerCase()}; the latter is used, since its column says nothing else. Correct one of them in the file.`;
  return { field, code: 'date_told_twice', against: known.field, message };
}
