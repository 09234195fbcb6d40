import type { ImportField } from '#contract/imports/import-field';
import type { FieldMapping, Mapping } from '#contract/imports/imports';
import { orderShownBy } from '#domain/base/typed-date';
import { markShownBy } from '#domain/base/typed-number';
import { headerForms } from '../cells/header-forms';
import { looksLikeDate } from '../cells/read-date';
import type { Table } from '../tabular/table';
import { describeColumn, type SourceColumn } from './columns';
import { guessValidation } from './evidence-columns';
import { isEvident } from './guess-evidence';
import { guessKey } from './guess-key';
import { DEPLOYED_QUESTION, QUESTIONS } from './header-questions';
import { HEADERS } from './header-synonyms';
import { UNIT_LEVELS } from './header-units';
import { type Learnt, mergeValues, NOTHING_LEARNT } from './learn-from';
import { speaksOfOther } from './other-lists';
import { guessValue, isChoiceField } from './value-synonyms';

/** Cells that say nothing in most inventories. */
export const EMPTY_WORDS: readonly string[] = [
  'N/A',
  'NA',
  'N.A.',
  'n/a',
  '-',
  '--',
  '—',
  '?',
  'None',
  'Null',
  'TBD',
  'TODO',
  'To be determined',
  'Unknown',
  'Not applicable',
  'Not provided',
  'Not available',
  'Not specified',
  'Blank',
  'Blank/Not Provided',
  '[blank]',
];

/** Rows that headers are held against; values, dates and keys are read from all rows. */
const SAMPLED_ROWS = 20_000;

interface Candidate {
  readonly field: ImportField;
  readonly column: SourceColumn;
  /** Higher is better. */
  readonly score: number;
}

type Chosen = ReadonlyMap<ImportField, SourceColumn>;

/**
 * A mapping from what people mapped before, else from headers and cells alone. A wrong mapping is worse than none: a column is
 * used once, and only where its cells bear out what its header says.
 */
export function guessMapping(table: Table, learnt: Learnt = NOTHING_LEARNT): Mapping {
  const sample: Table = { ...table, rows: table.rows.slice(0, SAMPLED_ROWS) };
  const columns = sample.labels.map((label, index) => describeColumn(sample, label, index));
  const empty = new Set(EMPTY_WORDS.map((word) => word.toLowerCase()));
  const valuesOf = (field: ImportField, label: string): FieldMapping['values'] =>
    guessValues(field, describeColumn(table, label, table.labels.indexOf(label)), learnt);
  const known = learnt.fields(table.labels).map((mapped) => ({
    ...mapped,
    values: valuesOf(mapped.field, mapped.columns[0] ?? ''),
  }));
  const taken = new Set(known.flatMap((field) => field.columns));
  const open = candidatesOf(columns.filter(({ label }) => !taken.has(label))).filter(
    ({ field }) => !known.some((mapped) => mapped.field === field),
  );
  const found = choose(open, ({ field, column }) =>
    isEvident(field, column.label, cellsOfColumn(sample, column.index, empty), learnt),
  );
  const chosen = settleUse(found, sample, empty);
  const guessed: FieldMapping[] = [...chosen].map(([field, column]) => ({
    field,
    columns: [column.label],
    separator: ' / ',
    values: valuesOf(field, column.label),
  }));
  const fields = known.length === 0 && speaksOfOther(table.labels, guessed) ? [] : inOrder([...known, ...guessed]);
  const kind = kindOfType(table, fields, empty, (label) => valuesOf('kind', label));
  if (kind) fields.push(kind);
  const used = new Set(fields.flatMap((field) => field.columns));
  const unit = fields.length === 0 || fields.some(({ field }) => field === 'unit') ? null : guessUnit(columns, used);
  if (unit) fields.splice(1, 0, { ...unit, values: learnt.values('unit', unit.columns[0] ?? '') });
  const cellsOf = (wanted: (field: ImportField) => boolean): readonly string[] =>
    fields
      .filter(({ field }) => wanted(field))
      .flatMap((field) => field.columns.flatMap((label) => cellsOfColumn(table, table.labels.indexOf(label), empty)));
  const columnCells = (label: string): readonly string[] => cellsOfColumn(table, table.labels.indexOf(label), empty);
  const validation =
    fields.length === 0
      ? null
      : guessValidation(
          table.labels.filter(
            (label) => !fields.some(({ columns, field }) => field !== 'reviewer' && columns.includes(label)),
          ),
          (label) => mostlyDays(columnCells(label)),
        );
  const days = validation ? [validation.on, validation.until ?? []].flat().flatMap(columnCells) : [];
  return {
    fields,
    ...(validation && { evidence: [validation] }),
    key: guessKey(table, fields, empty),
    dateOrder: orderShownBy([...cellsOf(isDate), ...days]) ?? 'ymd',
    decimal: markShownBy(cellsOf((field) => field.startsWith('annual'))),
    emptyWords: [...EMPTY_WORDS],
    duplicates: 'keep',
    externalSystem: '',
  };
}

/** Nine of ten cells that say anything are days. */
const mostlyDays = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.filter(looksLikeDate).length >= 0.9 * cells.length;

const ORDER: readonly ImportField[] = HEADERS.map(([field]) => field);

const inOrder = (fields: readonly FieldMapping[]): FieldMapping[] =>
  [...fields].sort((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));

function cellsOfColumn(table: Table, index: number, empty: ReadonlySet<string>): readonly string[] {
  const cells: string[] = [];
  for (const row of table.rows) {
    const cell = (row[index] ?? '').trim();
    if (cell !== '' && !empty.has(cell.toLowerCase())) cells.push(cell);
  }
  return cells;
}

const PLACES: ReadonlyMap<string, readonly (readonly [field: ImportField, place: number])[]> = placesOfHeaders();

function placesOfHeaders() {
  const places = new Map<string, [ImportField, number][]>();
  for (const [field, headers] of HEADERS) {
    for (const [place, header] of headers.entries())
      places.set(header, [...(places.get(header) ?? []), [field, place]]);
  }
  return places;
}

/** A header as it stands goes before a part of it, and any header before a question. */
const WHOLE = 20_000;
const PART = 10_000;
const QUESTION = 1_000;

/** "AI system status" of a list of AI systems is its status. */
const SUBJECT =
  /^(?:ai |the )?(?:system|use case|model|tool|algorithm) | (?:of )?(?:the )?(?:ai )?(?:system|use case|model|tool|algorithm)$/;

function ownForms(label: string): readonly string[] {
  const forms = headerForms(label);
  return [...new Set([...forms, ...forms.map((form) => form.replace(SUBJECT, ''))])];
}

function candidatesOf(columns: readonly SourceColumn[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const column of columns) {
    const forms = ownForms(column.label);
    forms.forEach((form, index) => {
      for (const [field, place] of PLACES.get(form) ?? [])
        candidates.push({ field, column, score: (index === 0 ? WHOLE : PART) - place });
    });
    const whole = forms[0] ?? '';
    QUESTIONS.forEach(([field, asks], place) => {
      if (asks(whole)) candidates.push({ field, column, score: QUESTION - place });
    });
    const [field, asks] = DEPLOYED_QUESTION;
    if (asks(whole)) candidates.push({ field, column, score: 0 });
  }
  // Of equal headers the column to the left wins.
  return candidates.sort((a, b) => b.score - a.score || a.column.index - b.column.index);
}

function choose(
  candidates: readonly Candidate[],
  isBorneOut: (candidate: Candidate) => boolean,
): ReadonlyMap<ImportField, SourceColumn> {
  const chosen = new Map<ImportField, SourceColumn>();
  const used = new Set<number>();
  for (const candidate of candidates) {
    const { field, column } = candidate;
    if (chosen.has(field) || used.has(column.index) || column.filled === 0) continue;
    if (!isBorneOut(candidate)) continue;
    chosen.set(field, column);
    used.add(column.index);
  }
  return new Map(HEADERS.flatMap(([field]) => pair(field, chosen.get(field))));
}

const pair = (field: ImportField, column: SourceColumn | undefined): [ImportField, SourceColumn][] =>
  column ? [[field, column]] : [];

/**
 * "Operational date" of a model in a pilot is the day of the pilot. Where no pilot of the file has such a date, the column simply
 * tells the day of deployment.
 */
function settleUse(chosen: Chosen, { rows }: Table, empty: ReadonlySet<string>): Chosen {
  const used = chosen.get('operationalAt');
  if (!used) return chosen;
  const stage = chosen.get('stage');
  const says = (cell: string | undefined): boolean =>
    !empty.has((cell ?? '').trim().toLowerCase()) && /\d/.test(cell ?? '');
  const ofPilots =
    stage !== undefined &&
    rows.some(
      (row) => says(row[used.index]) && guessValue('stage', stage.label, row[stage.index] ?? '') === 'validation',
    );
  if (ofPilots || chosen.has('deployedAt')) return chosen;
  return new Map([...chosen].map(([field, column]) => [field === 'operationalAt' ? 'deployedAt' : field, column]));
}

/**
 * The free text of the type says in most inventories which kind a model is. Where no column says the kind itself and most of these
 * texts have a known meaning, it is proposed; texts that have none leave it unknown.
 */
function kindOfType(
  table: Table,
  fields: readonly FieldMapping[],
  empty: ReadonlySet<string>,
  known: (label: string) => FieldMapping['values'],
): FieldMapping | null {
  const type = fields.find(({ field }) => field === 'type');
  const [label, ...more] = type?.columns ?? [];
  if (label === undefined || more.length > 0 || fields.some(({ field }) => field === 'kind')) return null;
  const cells = cellsOfColumn(table, table.labels.indexOf(label), empty);
  if (!isEvident('kind', label, cells, NOTHING_LEARNT)) return null;
  // Of a column of many different texts each would have to be looked at.
  const texts = describeColumn(table, label, table.labels.indexOf(label)).values;
  if (texts === null) return null;
  const silent = texts
    .filter(({ text }) => !empty.has(text.trim().toLowerCase()))
    .map(({ text }) => ({ from: text, to: '' }));
  return { field: 'kind', columns: [label], separator: ' / ', values: mergeValues(known(label), silent) };
}

/** The agency and its bureau: the two highest levels of an organisation that the file has. */
function guessUnit(columns: readonly SourceColumn[], used: ReadonlySet<string>): FieldMapping | null {
  const open = columns
    .filter(({ filled, label }) => filled > 0 && !used.has(label))
    .map(({ label }) => ({ label, forms: [...headerForms(label), ...askedUnit(label)] }));
  const levels: string[] = [];
  for (const headers of UNIT_LEVELS) {
    const [best] = headers.flatMap((header) => open.find(({ forms }) => forms.includes(header)) ?? []);
    if (best && levels.length < 2 && !levels.includes(best.label)) levels.push(best.label);
  }
  return levels.length === 0 ? null : { field: 'unit', columns: levels, separator: ' / ', values: [] };
}

/** "Which agency is responsible?" asks for the agency. */
function askedUnit(label: string): readonly string[] {
  const [, noun] =
    /^(?:which|what|quel(?:le)?s?|welche[rs]?|welke?|que|qual[ei]?) (\p{L}+)\b/u.exec(headerForms(label)[0] ?? '') ??
    [];
  return noun === undefined ? [] : [noun];
}

/** Values that are known are mapped; the others stay open and become problems that name them. */
function guessValues(field: ImportField, column: SourceColumn, learnt: Learnt): FieldMapping['values'] {
  const before = learnt.values(field, column.label);
  if (!isChoiceField(field)) return before;
  const guessed = (column.values ?? []).flatMap(({ text }) => {
    const to = learnt.value(field, text) ?? guessValue(field, column.label, text);
    return to === null ? [] : [{ from: text, to }];
  });
  return mergeValues(before, guessed);
}

const isDate = (field: ImportField): boolean => field.endsWith('At') || field === 'nextReview';
