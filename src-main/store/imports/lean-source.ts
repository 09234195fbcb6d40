import type { StatedName } from '#domain/models/model-fields';
import type { Stage } from '#domain/vocabulary';
import { COLUMN_OF } from '../models/model-rows';
import type { ModelTableRow } from '../models/tables';
import type { ModelSourceRow } from './tables';

/**
 * What an import told of a model is, right after it, nearly always what the model's own row holds, and was half of what a model
 * takes in the file. So a source says of a field only *as the model has it*, and the value lies once. Whoever changes such a
 * column of a model writes the old value into its sources first (`sqlite/lean-rows.ts`, which the recorder asks), so that this
 * stays true. The row means what it always meant: the journal holds the whole, and so does whoever reads it.
 *
 * A lean text begins with a sign that no JSON begins with. It is taken only where it gives back the whole text to the letter.
 */
const FIELDS = '=';
const EVENTS = '~';

/** One letter for each field, which no other field may ever get: files are full of them. */
const LETTERS: Readonly<Record<StatedName, string>> = {
  name: 'n',
  purpose: 'p',
  unit: 'u',
  businessOwner: 'b',
  technicalOwner: 't',
  type: 'y',
  origin: 'o',
  tier: 'r',
  updateFrequency: 'f',
  criticality: 'c',
  personalData: 'd',
  annualValueMinor: 'v',
  annualRunCostMinor: 'k',
  nextReview: 'w',
  externalReferences: 'e',
  tags: 'g',
  notes: 's',
  kind: 'K',
  autonomy: 'A',
  vendor: 'V',
  developer: 'D',
  reviewer: 'R',
  overseer: 'O',
  approvedUses: 'U',
  limitations: 'L',
  dataSources: 'S',
};
const FIELD_OF: ReadonlyMap<string, StatedName> = new Map(
  Object.entries(LETTERS).map(([field, letter]) => [letter, field as StatedName]), // entries forget the names
);
/** Columns that hold JSON, as it stands in the fields. */
const LISTS: ReadonlySet<StatedName> = new Set<StatedName>(['externalReferences', 'tags']);

const STAGE_LETTERS: Readonly<Record<Stage, string>> = {
  proposed: 'p',
  data_preparation: 'a',
  training: 't',
  validation: 'v',
  deployed: 'd',
  monitored: 'm',
  retraining: 'r',
  retired: 'x',
};
const STAGE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(STAGE_LETTERS).map(([stage, letter]) => [letter, stage]),
);
const MIDNIGHT = 'T00:00:00.000Z';

/** The columns of a model that sources may share with it. */
export const SHARED_COLUMNS: readonly (keyof ModelTableRow)[] = [...FIELD_OF.values()].map((name) => COLUMN_OF[name]);

export type SharedColumns = Readonly<Record<string, unknown>>;
type Texts = Pick<ModelSourceRow, 'fields' | 'events'>;

export const isLean = (fields: string): boolean => fields.startsWith(FIELDS);

/** @param model as it lies in the file now; `undefined`: nothing is shared with it */
export function leanTexts({ fields, events }: Texts, model: SharedColumns | undefined): Texts {
  return { fields: model === undefined ? fields : leanFields(fields, model), events: leanEvents(events) };
}

/** @param model as it lies in the file now; `undefined` where it is gone, which only damage brings about */
export function wholeTexts({ fields, events }: Texts, model: SharedColumns | undefined): Texts {
  return { fields: isLean(fields) ? wholeFields(fields, model ?? {}) : fields, events: wholeEvents(events) };
}

/**
 * A lean text that shares no more with these columns of the model, which are about to change; `null`: it shares none of them.
 *
 * @param columns `null`: all
 */
export function loosened(lean: string, model: SharedColumns, columns: ReadonlySet<string> | null): string | null {
  if (columns === null) return wholeFields(lean, model);
  const parts = partsOf(lean);
  const shares = parts.some(({ name, own }) => own === null && columns.has(COLUMN_OF[name]));
  if (!shares) return null;
  return textOf(
    parts.map(({ name, own }) => ({
      name,
      own: own === null && columns.has(COLUMN_OF[name]) ? jsonIn(name, model) : own,
    })),
  );
}

/** How the model was called in the file, without reading more: `true`: as the model is called. */
export function leanName(lean: string): string | true | undefined {
  const part = partsOf(lean).find(({ name }) => name === 'name');
  if (!part) return undefined;
  return part.own === null ? true : (JSON.parse(part.own) as string); // written below
}

/** A field of a lean text; `own`: its value as JSON, `null` where the model has it. */
interface Part {
  readonly name: StatedName;
  readonly own: string | null;
}

function leanFields(whole: string, model: SharedColumns): string {
  const parts: Part[] = [];
  for (const [field, value] of Object.entries(jsonOf(whole) ?? {})) {
    if (!Object.hasOwn(LETTERS, field)) return whole;
    const name = field as StatedName; // it has a letter
    const own = JSON.stringify(value);
    parts.push({ name, own: own === jsonIn(name, model) ? null : own });
  }
  const lean = textOf(parts);
  return wholeFields(lean, model) === whole ? lean : whole;
}

const wholeFields = (lean: string, model: SharedColumns): string =>
  `{${partsOf(lean)
    .map(({ name, own }) => `"${name}":${own ?? jsonIn(name, model)}`)
    .join(',')}}`;

function jsonIn(name: StatedName, model: SharedColumns): string {
  const value = model[COLUMN_OF[name]] ?? null;
  return LISTS.has(name) && typeof value === 'string' ? value : JSON.stringify(value);
}

/** `=nur:1:2`: name and unit as the model has them, and of the tier one letter of JSON: 2. */
const textOf = (parts: readonly Part[]): string =>
  FIELDS + parts.map(({ name, own }) => LETTERS[name] + (own === null ? '' : `:${own.length}:${own}`)).join('');

function partsOf(lean: string): readonly Part[] {
  const parts: Part[] = [];
  for (let at = FIELDS.length; at < lean.length; ) {
    const name = FIELD_OF.get(lean.charAt(at));
    if (name === undefined) return [];
    at += 1;
    if (lean.charAt(at) !== ':') {
      parts.push({ name, own: null });
      continue;
    }
    const begin = lean.indexOf(':', at + 1) + 1;
    const length = Number(lean.slice(at + 1, begin - 1));
    // Only this program writes such a text; of another one nothing is read.
    if (begin === 0 || !Number.isInteger(length) || begin + length > lean.length) return [];
    parts.push({ name, own: lean.slice(begin, begin + length) });
    at = begin + length;
  }
  return parts;
}

interface Told {
  readonly stage: string;
  readonly at: string | null;
  readonly precision: string;
}

/** `~p2018-02-27 d2022-02-27 x` for three moves, the last of which has no date; `/month` where less than the day is known. */
function leanEvents(whole: string): string {
  const told = jsonOf(whole);
  if (!Array.isArray(told)) return whole;
  const lean = `${EVENTS}${(told as readonly Told[]).map(leanMove).join(' ')}`; // what is none does not come back as it was
  return wholeEvents(lean) === whole ? lean : whole;
}

function leanMove(told: Partial<Told> | null): string {
  const { stage = '', at, precision = 'day' } = told ?? {};
  const letters: Readonly<Record<string, string | undefined>> = STAGE_LETTERS;
  const text = typeof at === 'string' ? at : '';
  const day = text.endsWith(MIDNIGHT) ? text.slice(0, -MIDNIGHT.length) : text;
  return `${letters[stage] ?? ''}${day}${precision === 'day' ? '' : `/${precision}`}`;
}

/** Text that is no JSON of an object or a list is left as it lies. */
function jsonOf(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function wholeEvents(lean: string): string {
  if (!lean.startsWith(EVENTS)) return lean;
  if (lean === EVENTS) return '[]';
  const told = lean.slice(EVENTS.length).split(' ');
  return JSON.stringify(
    told.map((move): Told => {
      const [day = '', precision = 'day'] = move.slice(1).split('/');
      const at = day === '' ? null : day.includes('T') ? day : day + MIDNIGHT;
      return { stage: STAGE_OF.get(move.charAt(0)) ?? '', at, precision };
    }),
  );
}
