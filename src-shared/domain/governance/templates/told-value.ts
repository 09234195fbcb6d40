import type { DatePrecision } from '../../base/period';
import { counted } from '../../base/wording';
import { isModelField, MODEL_FIELDS } from '../../models/model-fields';
import type { ModelField } from '../../models/field-description';
import { STAGE_LABELS, type Stage } from '../../vocabulary';
import { byDay, heldValue, isAnswer, type Scene } from '../answers';
import { EVIDENCE_KINDS } from '../evidence-kinds';
import type { EvidenceRow, GovernedModel } from '../governed';
import type { ModelOnDay } from '../model-on-day';
import { EVIDENCE_OUTCOME_LABELS, type EvidenceOutcome, MODEL_FACTS, type ModelFactName } from '../vocabulary';

/** What a place holds, as a sheet writes it: in words, and as a day where it is one. */
export interface Told {
  readonly text: string;
  /** ISO. */
  readonly day?: string | undefined;
}

/** How amounts (minor units of the portfolio's currency) and days are written for the reader. */
export interface Telling {
  readonly money: (minor: number) => string;
  readonly day: (iso: string) => string;
  /** No finer than it is known. */
  readonly dated: (iso: string, precision: DatePrecision) => string;
}

export interface TellingScene extends Scene {
  readonly telling: Telling;
}

/** So many rows of evidence of one kind are told, the latest first. */
const ROWS_TOLD = 3;

/** What a place holds of a model, in words; `null` exactly where `isHeld` says that it holds no answer. */
export function toldValue(from: string, lineId: string, model: ModelOnDay, scene: TellingScene): Told | null {
  const value = heldValue(from, lineId, model, scene);
  if (!isAnswer(value)) return null;
  const at = from.indexOf(':');
  const own = from.slice(at + 1);
  switch (from.slice(0, at)) {
    case 'field':
    case 'new':
      return toldField(own, value, scene.telling);
    case 'fact':
      return toldFact(own, value);
    case 'question':
      return { text: toldAnswer(own, value, scene) };
    case 'derived':
      return toldDerived(own, value, model, scene.telling);
    case 'table':
      return { text: toldDependencies(value as GovernedModel['dependencies']) }; // as `heldValue` gives that place
    case 'reference':
      return { text: toldReferences(value as GovernedModel['references']) }; // likewise
    case 'evidence':
      return toldEvidence(own, value as readonly EvidenceRow[], scene.telling); // likewise
    default:
      return { text: String(value) };
  }
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayOrText = (text: string, { day }: Telling): Told =>
  ISO_DAY.test(text) ? { text: day(text), day: text } : { text };
const YES_NO: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No' };

function toldField(name: string, value: unknown, telling: Telling): Told {
  if (name === 'stage') return { text: STAGE_LABELS[value as Stage] ?? String(value) }; // a stage, where it has any
  if (!isModelField(name)) return { text: String(value) };
  const field: ModelField = MODEL_FIELDS[name];
  if (field.kind === 'money' && typeof value === 'number') return { text: `${field.label} ${telling.money(value)}` };
  if (field.kind === 'date') return dayOrText(String(value), telling);
  const labels = ('vocabulary' in field ? field.vocabulary.labels : {}) as Readonly<Record<string, string>>; // by value
  const words = (Array.isArray(value) ? value : [value])
    .filter(isAnswer)
    .map((one) => labels[String(one)] ?? String(one));
  return { text: words.join(', ').trim() };
}

function toldFact(name: string, value: unknown): Told {
  const kind: string | undefined = name in MODEL_FACTS ? MODEL_FACTS[name as ModelFactName].kind : undefined;
  const words = (Array.isArray(value) ? value : [value]).filter(isAnswer).map((one) => String(one).trim());
  return { text: words.map((word) => (kind === 'yes_no' ? (YES_NO[word] ?? word) : word)).join(', ') };
}

function toldAnswer(id: string, value: unknown, { pack }: Scene): string {
  const question = pack.questions?.find((one) => one.id === id);
  return (Array.isArray(value) ? value : [value])
    .filter(isAnswer)
    .map(
      (one) => question?.options?.find((option) => option.value === one)?.label ?? YES_NO[String(one)] ?? String(one),
    )
    .join('; ');
}

function toldDerived(name: string, value: unknown, model: ModelOnDay, telling: Telling): Told {
  if (name === 'firstProduction' || name === 'versionSince') return toldMove(String(value), model, telling);
  if (name === 'health') return { text: `Last drift result ${telling.day(String(value))}` };
  if (name !== 'findingsLooked') return dayOrText(String(value), telling);
  const { findings } = model;
  if (findings.length === 0) return { text: 'Looked at, none found' };
  const open = findings.filter(({ status, closedOn }) => status !== 'closed' || (closedOn ?? '') > model.look.rowsTo);
  return { text: `${counted(findings.length, 'finding')}, ${open.length === 0 ? 'none' : open.length} not closed` };
}

/** @param day of a move */
function toldMove(day: string, model: ModelOnDay, telling: Telling): Told {
  const precision = model.precisionOf(day);
  return precision === 'day' ? dayOrText(day, telling) : { text: telling.dated(day, precision) };
}

const toldDependencies = (rows: GovernedModel['dependencies']): string => {
  const words = rows.flatMap((row) => row.words ?? []);
  return words.length === 0 ? counted(rows.length, 'row') : [...new Set(words)].join('; ');
};

const toldReferences = (rows: GovernedModel['references']): string =>
  rows.map(({ id, url }) => [id, url].filter((part) => part.trim() !== '').join(' ')).join('; ');

const kindLabel = (kind: string): string => EVIDENCE_KINDS.find((one) => one.kind === kind)?.label ?? kind;

function toldEvidence(kind: string, rows: readonly EvidenceRow[], telling: Telling): Told {
  const latest = rows.toSorted(byDay).toReversed();
  const told = latest.slice(0, ROWS_TOLD).map((row) => toldRow(kind, row, telling));
  const more = latest.length - told.length;
  return { text: [...told, ...(more > 0 ? [counted(more, 'earlier row')] : [])].join('; ') };
}

function toldRow(kind: string, { on, by, outcome, validUntil, link }: EvidenceRow, { day }: Telling): string {
  const parts = [
    `${kindLabel(kind)} of ${day(on)}${by === '' ? '' : ` by ${by}`}`,
    outcome === 'done' ? '' : (EVIDENCE_OUTCOME_LABELS[outcome as EvidenceOutcome] ?? outcome).toLowerCase(),
    validUntil === null ? '' : `valid until ${day(validUntil)}`,
    link ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
