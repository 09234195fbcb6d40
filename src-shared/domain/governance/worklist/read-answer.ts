import { fold } from '../../base/fold';
import { accepted, type Parsed, quote, refused } from '../../base/parsed';
import { type DateOrder, readTypedDate } from '../../base/typed-date';
import { isStated, MODEL_FIELDS, type StatedName } from '../../models/model-fields';
import type { StatedField } from '../../models/field-description';
import { readTags } from '../../models/tags';
import { evidenceProblem } from '../evidence-problem';
import { isEvidenceKind } from '../evidence-kinds';
import {
  EVIDENCE_OUTCOME_LABELS,
  EVIDENCE_OUTCOMES,
  type EvidenceOutcome,
  MODEL_FACTS,
  type ModelFactName,
  ORGANISATION_FACTS,
  type OrganisationFact,
} from '../vocabulary';
import { choicesOfPlace, type QuestionOf, takesSeveral } from './places';

/** What a row of a filled-in work list holds, as texts. */
export interface FilledRow {
  readonly place: string;
  readonly covers: string;
  readonly answer: string;
  readonly day: string;
  readonly by: string;
  readonly validUntil: string;
  readonly outcome: string;
  readonly link: string;
}

export interface EvidenceAnswer {
  readonly kind: string;
  readonly on: string;
  readonly by: string;
  readonly validUntil: string | null;
  readonly outcome: EvidenceOutcome;
  readonly covers: readonly string[];
  readonly link: string;
  readonly note: string;
}

/** What a row becomes; `words` is how it reads. */
export type ReadAnswer = { readonly words: string } & (
  | { readonly room: 'field'; readonly name: StatedName; readonly value: unknown }
  | { readonly room: 'fact'; readonly name: ModelFactName; readonly value: string | readonly string[] }
  | {
      readonly room: 'question';
      readonly pack: string;
      readonly question: string;
      readonly value: string | readonly string[];
    }
  | { readonly room: 'organisation'; readonly name: OrganisationFact; readonly value: string }
  | { readonly room: 'evidence'; readonly evidence: EvidenceAnswer }
);

export interface AnswerRules {
  /** `null`: nobody knows. */
  readonly dateOrder: DateOrder | null;
  /** ISO day. */
  readonly today: string;
  readonly questionOf: QuestionOf;
  /** `false`: the row is of the organisation as a whole. */
  readonly isOfModel: boolean;
}

/** Which of the cells of a row a reason is about. */
export type AnswerColumn = 'Place' | 'Answer' | 'Day' | 'By' | 'Valid until' | 'Outcome' | 'Link';
export type ReadRow =
  | { readonly ok: true; readonly value: ReadAnswer }
  | { readonly ok: false; readonly column: AnswerColumn; readonly code: string; readonly message: string };

/** What settles a day with two readings. */
const REMEDY = 'Write it as 2026-11-30.';

export const isBlank = ({ answer, day, by, link, validUntil }: FilledRow): boolean =>
  [answer, day, by, link, validUntil].every((text) => text.trim() === '');

/** Reads what somebody wrote into a row of a work list; each reason says what to do. */
export function readAnswer(row: FilledRow, rules: AnswerRules): ReadRow {
  const [room = '', own = '', more = ''] = row.place.trim().split(':');
  if (room === 'evidence') return readEvidence(own, row, rules);
  const parsed = readPlain(room, own, more, row, rules);
  return parsed.ok ? parsed : { ...parsed, column: parsed.code === 'no_place' ? 'Place' : 'Answer' };
}

function readPlain(room: string, own: string, more: string, row: FilledRow, rules: AnswerRules): Parsed<ReadAnswer> {
  const text = row.answer.trim();
  if (text === '')
    return refused('no_answer', 'Day, person or link are filled in, and no answer: write it under Answer.');
  if (room === 'field' && isStated(own)) return readField(own, text, rules);
  const values = readValues(row.place.trim(), text, rules);
  if (!values.ok) return values;
  const several = takesSeveral(row.place.trim(), rules.questionOf);
  const value = several ? values.value.map(([stored]) => stored) : (values.value[0]?.[0] ?? '');
  const words = values.value.map(([, told]) => told).join('; ');
  if (room === 'fact' && own in MODEL_FACTS)
    return accepted({ room: 'fact', name: own as ModelFactName, value, words }); // looked up in the line above
  if (room === 'question' && rules.questionOf(own, more) !== undefined)
    return accepted({ room: 'question', pack: own, question: more, value, words });
  const name = ORGANISATION_FACTS.find((fact) => fact === own);
  if (room === 'organisation' && name) return accepted({ room: 'organisation', name, value: text, words: text });
  return refused(
    'no_place',
    `${quote(row.place)} is no place that a work list fills in. Take the column Place as it was exported.`,
  );
}

/** Each part of an answer as it is stored and as it reads. */
function readValues(place: string, text: string, rules: AnswerRules): Parsed<readonly (readonly [string, string])[]> {
  const [room = '', own = '', more = ''] = place.split(':');
  const choices = choicesOfPlace(place, rules.questionOf);
  const parts = takesSeveral(place, rules.questionOf)
    ? text
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [text];
  if (choices.length === 0) return accepted(parts.map((part) => [part, part] as const));
  const options = room === 'question' ? rules.questionOf(own, more)?.options : undefined;
  const found: (readonly [string, string])[] = [];
  for (const part of parts) {
    const label = choices.find((one) => fold(one) === fold(part));
    const option = options?.find((one) => fold(one.value) === fold(part) || one.label === label);
    if (option !== undefined) found.push([option.value, option.label]);
    else if (label !== undefined && options === undefined) found.push([label.toLowerCase(), label]);
    else
      return refused(
        'unknown_choice',
        `${quote(part)} is none of the answers here. Choose among ${choices.join('; ')}.`,
      );
  }
  return accepted(found);
}

function readField(name: StatedName, text: string, rules: AnswerRules): Parsed<ReadAnswer> {
  const field: StatedField = MODEL_FIELDS[name];
  const value = (stored: unknown, words: string): Parsed<ReadAnswer> =>
    accepted({ room: 'field', name, value: stored, words });
  switch (field.kind) {
    case 'choice': {
      const labels = field.vocabulary.labels as Readonly<Record<string, string>>; // by value
      const known = field.vocabulary.values.find((one) =>
        [String(one), labels[String(one)] ?? ''].some((word) => fold(word) === fold(text)),
      );
      if (known !== undefined) return value(known, labels[String(known)] ?? String(known));
      const words = field.vocabulary.values.map((one) => labels[String(one)] ?? String(one));
      return refused('unknown_choice', `${quote(text)} is none of the answers here. Choose among ${words.join('; ')}.`);
    }
    case 'date': {
      const day = readTypedDate(text, { order: rules.dateOrder, remedy: REMEDY });
      return day.ok ? value(day.value, day.value) : day;
    }
    case 'tags': {
      const tags = readTags(text.split(/[;,]/).map((tag) => tag.trim()));
      return tags.ok ? value(tags.value, tags.value.join(', ')) : tags;
    }
    case 'line':
    case 'text':
      return text.length > field.most
        ? refused('too_long', `It has ${text.length} characters, and ${field.label} takes ${field.most}. Shorten it.`)
        : value(text, text);
    case 'money':
    case 'references':
      return refused('no_place', `${field.label} is said on the model’s page.`);
  }
}

function readEvidence(kind: string, row: FilledRow, rules: AnswerRules): ReadRow {
  const no = (column: AnswerColumn, code: string, message: string): ReadRow => ({ ok: false, column, code, message });
  if (!isEvidenceKind(kind))
    return no(
      'Place',
      'no_place',
      `${quote(row.place)} is no kind of evidence. Take the column Place as it was exported.`,
    );
  if (row.day.trim() === '') return no('Day', 'no_day', 'Evidence has a day: write when it was done.');
  if (row.by.trim() === '') return no('By', 'no_person', 'Evidence has somebody who vouches for it: write who.');
  const on = readTypedDate(row.day, { order: rules.dateOrder, latest: rules.today, remedy: REMEDY });
  if (!on.ok) return no('Day', on.code, on.message);
  const until =
    row.validUntil.trim() === '' ? null : readTypedDate(row.validUntil, { order: rules.dateOrder, remedy: REMEDY });
  if (until?.ok === false) return no('Valid until', until.code, until.message);
  const said = row.outcome.trim();
  const outcome = EVIDENCE_OUTCOMES.find((one) =>
    [one, EVIDENCE_OUTCOME_LABELS[one]].some((word) => fold(word) === fold(said)),
  );
  if (said !== '' && outcome === undefined)
    return no(
      'Outcome',
      'unknown_choice',
      `${quote(said)} is no outcome. Choose among ${Object.values(EVIDENCE_OUTCOME_LABELS).join('; ')}.`,
    );
  const evidence: EvidenceAnswer = {
    kind,
    on: on.value,
    by: row.by.trim(),
    validUntil: until?.ok === true ? until.value : null,
    outcome: outcome ?? 'done',
    covers: row.covers.trim() === '' ? [] : [row.covers.trim()],
    link: row.link.trim(),
    note: row.answer.trim(),
  };
  const wrong = evidenceProblem({ ...evidence, isOfModel: rules.isOfModel }, rules.today);
  if (wrong !== null)
    return no(/link/i.test(wrong) ? 'Link' : /end/i.test(wrong) ? 'Valid until' : 'Day', 'evidence', wrong);
  const words = `${evidence.on} by ${evidence.by}${outcome === undefined ? '' : `, ${EVIDENCE_OUTCOME_LABELS[outcome].toLowerCase()}`}${evidence.validUntil === null ? '' : `, valid until ${evidence.validUntil}`}`;
  return { ok: true, value: { room: 'evidence', evidence, words } };
}
