import { isStated, MODEL_FIELDS } from '../../models/model-fields';
import type { StatedField } from '../../models/field-description';
import { EVIDENCE_KINDS } from '../evidence-kinds';
import type { DutyLine, FieldLine, PackQuestion, RulePack } from '../rule-pack';
import type { Column } from '../side-by-side';
import { MODEL_FACTS, type ModelFactName, ORGANISATION_FACTS } from '../vocabulary';

/** Something of a work list that its owner can fill in, by where the answer goes. */
export interface Place {
  /** `field:dataSources`, `fact:topic`, `question:eu-ai-act:role`, `evidence:validation`, `organisation:provider`; '': not in a list. */
  readonly place: string;
  /** Of evidence that is to name what it covers. */
  readonly covers: string;
}

/** Kinds of fields that are no words in a cell. */
const UNTYPED: readonly string[] = ['references', 'money'];
const NOWHERE: Place = { place: '', covers: '' };

/** Where a column of several texts can be filled in, a place each: what is asked once is filled once. */
export function placesOfColumn({ asked }: Column): readonly Place[] {
  const found = new Map<string, Place>();
  for (const { pack, line } of asked)
    for (const place of 'from' in line ? placesOfField(line, pack) : placesOfDuty(line, pack))
      found.set(`${place.place} ${place.covers}`, place);
  const places = [...found.values()].filter(({ place }) => place !== '');
  return places.length === 0 ? [NOWHERE] : places;
}

/** Of a line that one of several places answers the first that can be typed; of one that wants all of them each. */
function placesOfField({ from, fromRule }: FieldLine, pack: RulePack): readonly Place[] {
  const own = from.flatMap((place) => typed(place, pack)).filter(({ place }) => place !== 'field:name');
  return fromRule === 'all' ? own : own.slice(0, 1);
}

const placesOfDuty = ({ evidence }: DutyLine, pack: RulePack): readonly Place[] =>
  evidence.flatMap((rule) => {
    if (rule.rule === 'evidence_valid') return [{ place: `evidence:${rule.kind}`, covers: rule.covers ?? '' }];
    if (rule.rule === 'evidence_after_event') return [{ place: `evidence:${rule.kind}`, covers: '' }];
    return rule.rule === 'field_set' ? typed(rule.from, pack) : [];
  });

function typed(from: string, pack: RulePack): readonly Place[] {
  const at = from.indexOf(':');
  const [room, own] = [from.slice(0, at), from.slice(at + 1)];
  const place = (text: string): readonly Place[] => [{ place: text, covers: '' }];
  switch (room) {
    case 'field':
    case 'new':
      return isStated(own) && !UNTYPED.includes(MODEL_FIELDS[own].kind) ? place(`field:${own}`) : [];
    case 'fact':
      return own in MODEL_FACTS ? place(`fact:${own}`) : [];
    case 'question':
      return place(`question:${pack.id}:${own}`);
    case 'organisation':
      return ORGANISATION_FACTS.some((fact) => fact === own) ? place(from) : [];
    case 'evidence':
      // A waiver is decided on, not filled in.
      return own === 'waiver' ? [] : place(from);
    default:
      return [];
  }
}

/** What is looked up of packs to fill in or read a place. */
export type QuestionOf = (
  pack: string,
  question: string,
) => Pick<PackQuestion, 'label' | 'type' | 'options'> | undefined;

const YES_NO = ['Yes', 'No'] as const;

/** The answers that a place takes, where they are few; empty: free words. */
export function choicesOfPlace(place: string, questionOf: QuestionOf): readonly string[] {
  const [room = '', own = '', more = ''] = place.split(':');
  if (room === 'field' && isStated(own)) {
    const field: StatedField = MODEL_FIELDS[own];
    if (field.kind !== 'choice') return [];
    const labels = field.vocabulary.labels as Readonly<Record<string, string>>; // by value
    return field.vocabulary.values.map((value) => labels[String(value)] ?? String(value));
  }
  if (room === 'fact') return MODEL_FACTS[own as ModelFactName]?.kind === 'yes_no' ? YES_NO : [];
  if (room !== 'question') return [];
  const question = questionOf(own, more);
  if (question?.type === 'yes_no_unknown') return YES_NO;
  return question?.options?.map(({ label }) => label) ?? [];
}

/** Whether several of the choices may be given, parted by semicolons. */
export const takesSeveral = (place: string, questionOf: QuestionOf): boolean => {
  const [room = '', own = '', more = ''] = place.split(':');
  if (room === 'fact') return MODEL_FACTS[own as ModelFactName]?.kind === 'list';
  return room === 'question' && questionOf(own, more)?.type === 'choices';
};

/** How a row is filled in, for whoever has only the file. */
export function howToFill({ place, covers }: Place, questionOf: QuestionOf): string {
  if (place === '') return 'Not in this list: on the model’s page';
  if (place.startsWith('evidence:')) {
    const kind = EVIDENCE_KINDS.find((one) => `evidence:${one.kind}` === place)?.label ?? place;
    return `${kind}${covers === '' ? '' : ` that covers ${covers}`}: day and by whom; the answer is a note`;
  }
  const choices = choicesOfPlace(place, questionOf);
  const several = takesSeveral(place, questionOf);
  if (choices.length > 0) return `${several ? 'Any of, parted by semicolons' : 'One of'}: ${choices.join('; ')}`;
  if (several) return 'A list, parted by semicolons';
  const [, own = ''] = place.split(':');
  return isStated(own) && MODEL_FIELDS[own].kind === 'date' ? 'A day, as 2026-11-30' : 'In words';
}
