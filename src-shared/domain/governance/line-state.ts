import { isFilled, isHeld, isHeldByOrganisation, isWaived, type Scene } from './answers';
import { holds, type Lookup } from './condition';
import type { EditionState } from './editions';
import type { ModelOnDay } from './model-on-day';
import type { DutyLine, FieldLine, PackLine, RulePack, Transition } from './rule-pack';
import { shows, showsForOrganisation } from './rules';
import { all, any, type Truth } from './truth';

/** Of an answer: there, not there, not asked for yet, not asked for at all, or nobody can say. */
export type FieldState = 'held' | 'missing' | 'later' | 'notApplicable' | 'unknown';
/** Of a duty: shown, not shown, not to be shown yet, none, or nobody can say. */
export type DutyState = 'met' | 'missing' | 'due' | 'notApplicable' | 'unknown';

/** How a line stands, and whether the text asks for it on the day: what is held ahead of that is in no share. */
export interface Standing<S> {
  readonly state: S;
  readonly counts: boolean;
}

const outside = <S>(state: S): Standing<S> => ({ state, counts: false });

/** A letter a state: of held and met it is the same. */
export const STATE_LETTERS: Readonly<Record<FieldState | DutyState, string>> = {
  held: 'H',
  met: 'H',
  missing: 'M',
  later: 'L',
  due: 'D',
  notApplicable: '-',
  unknown: '?',
};

/** One model before one pack. */
export interface Subject {
  readonly model: ModelOnDay;
  /** Whether the pack applies to it at all. */
  readonly scope: Truth;
  readonly lookup: Lookup;
}

/** Whether a line is asked of a model, and from which day on; several days where what decides between them is not known. */
export interface Asked {
  readonly applies: Truth;
  /** ISO days; `null`: no day is set. */
  readonly from: readonly (string | null)[];
}

export function askedOf(line: PackLine, { scope, lookup }: Subject, pack: RulePack): Asked {
  const applies = all([scope, line.appliesWhen === undefined ? 'yes' : holds(line.appliesWhen, lookup)]);
  if (applies === 'no') return { applies, from: [] };
  const from = daysOf(line, lookup, pack);
  let asked: Asked = { applies, from };
  for (const transition of pack.transitions ?? [])
    if (transition.items.includes(line.id)) asked = moved(asked, transition, lookup);
  return asked;
}

/** What a transition makes of it; where nobody can say whether one holds, nobody can say what it lifts. */
function moved(asked: Asked, { when, then }: Transition, lookup: Lookup): Asked {
  const truth = holds(when, lookup);
  if (truth === 'no' || asked.applies === 'no') return asked;
  if (then === 'not_caught')
    return truth === 'yes' ? { applies: 'no', from: [] } : { applies: 'unknown', from: asked.from };
  return { applies: asked.applies, from: truth === 'yes' ? [then.appliesFrom] : [...asked.from, then.appliesFrom] };
}

function daysOf({ appliesFrom }: PackLine, lookup: Lookup, pack: RulePack): readonly (string | null)[] {
  if (appliesFrom === undefined) return [pack.effectiveFrom];
  if (appliesFrom === null || typeof appliesFrom === 'string') return [appliesFrom];
  const possible: string[] = [];
  for (const { when, on } of appliesFrom) {
    const truth = holds(when, lookup);
    if (truth !== 'no') possible.push(on);
    if (truth === 'yes') return possible;
  }
  return [...possible, pack.effectiveFrom];
}

/** Whether the source asks on a day, whichever of the days it is. */
export function asksOn({ from }: Asked, day: string, force: string, state: EditionState): Truth {
  if (force === 'proposed' || state !== 'in_force') return 'no';
  const asks = from.map((on) => on !== null && on <= day);
  return asks.every(Boolean) ? 'yes' : asks.some(Boolean) ? 'unknown' : 'no';
}

/** @param state how the edition stands to the day */
export function fieldState(line: FieldLine, subject: Subject, scene: Scene, state: EditionState): Standing<FieldState> {
  const asked = askedOf(line, subject, scene.pack);
  if (asked.applies !== 'yes') return outside(asked.applies === 'no' ? 'notApplicable' : 'unknown');
  const held = isFilled(line, (from) => isHeld(from, line.id, subject.model, scene));
  return unheld(line, held, asked, scene, state);
}

/** A field that is asked of the organisation, once. */
export function organisationField(
  line: FieldLine,
  subjects: readonly Subject[],
  scene: Scene,
  state: EditionState,
): Standing<FieldState> {
  const asked = askedOfAny(line, subjects, scene.pack);
  if (asked.applies !== 'yes') return outside(asked.applies === 'no' ? 'notApplicable' : 'unknown');
  return unheld(
    line,
    isFilled(line, (from) => isHeldByOrganisation(from, scene)),
    asked,
    scene,
    state,
  );
}

function unheld(line: FieldLine, held: boolean, asked: Asked, scene: Scene, state: EditionState): Standing<FieldState> {
  const asks = asksOn(asked, scene.look.day, line.force ?? scene.pack.force, state);
  // What is missing nowhere is held nowhere either: an optional field is in no share.
  if (held) return { state: 'held', counts: asks === 'yes' && line.optional !== true };
  if (line.optional === true) return outside('notApplicable');
  return asks === 'yes' ? { state: 'missing', counts: true } : outside(asks === 'no' ? 'later' : 'unknown');
}

export function dutyState(line: DutyLine, subject: Subject, scene: Scene, state: EditionState): Standing<DutyState> {
  const { model } = subject;
  const asked = askedOf(line, subject, scene.pack);
  if (asked.applies !== 'yes') return outside(asked.applies === 'no' ? 'notApplicable' : 'unknown');
  if (line.waivedBy !== undefined && isWaived(line.waivedBy, line.id, model, scene.look))
    return outside('notApplicable');
  const from = asked.from[0] ?? null;
  if (line.cadence.kind === 'event') {
    const happened = model.eventDays(line.cadence.event).filter((on) => on === null || from === null || on >= from);
    if (happened.length === 0) return outside('notApplicable');
  }
  const shown = all(line.evidence.map((rule) => shows(rule, line.id, from, model, scene)));
  const reached = line.cadence.kind !== 'before' || model.hasReached(line.cadence.stage);
  return unshown(line, shown, reached, asked, scene, state);
}

/** A duty of the organisation: it applies where it applies to any model, from the first such day. */
export function organisationDuty(
  line: DutyLine,
  subjects: readonly Subject[],
  scene: Scene,
  state: EditionState,
): Standing<DutyState> {
  const asked = askedOfAny(line, subjects, scene.pack);
  if (asked.applies !== 'yes') return outside(asked.applies === 'no' ? 'notApplicable' : 'unknown');
  const shown = all(line.evidence.map((rule) => showsForOrganisation(rule, scene)));
  return unshown(line, shown, true, asked, scene, state);
}

function unshown(
  line: DutyLine,
  shown: Truth,
  reached: boolean,
  asked: Asked,
  scene: Scene,
  state: EditionState,
): Standing<DutyState> {
  const asks = asksOn(asked, scene.look.day, line.force ?? scene.pack.force, state);
  if (shown === 'yes') return { state: 'met', counts: asks === 'yes' && reached };
  if (asks === 'no' || !reached) return outside('due');
  return shown === 'unknown' || asks === 'unknown' ? outside('unknown') : { state: 'missing', counts: true };
}

export function askedOfAny(line: PackLine, subjects: readonly Subject[], pack: RulePack): Asked {
  const each = subjects.map((subject) => askedOf(line, subject, pack));
  const applies = any(each.map((one) => one.applies));
  const days = each.filter((one) => one.applies === 'yes').flatMap(({ from }) => from);
  const set = days.filter((day) => day !== null).toSorted();
  return { applies, from: [set[0] ?? null] };
}
