import type { IncidentImportField, IncidentMapping, IncidentTool } from '#contract/incidents/import';
import { fold } from '#domain/base/fold';
import { plainWords } from '../cells/phrases';
import type { Table } from '../tabular/table';
import { INCIDENT_HEADERS, TOOL_MARKS, TOOL_NAMES } from './headers';
import { markShownByTable, orderShownByTable, TIME_FIELDS } from './shown-by-table';
import { guessValue, isVocabularyField, type VocabularyField } from './value-words';

/** Marks of a tool that a file must show to be taken for its export. */
const MARKS_NEEDED = 3;

const EMPTY_WORDS = ['?', '-', '--', 'n/a', 'na', 'null', 'none', '(empty)', 'unknown'];

/** What Jira calls a field of one's own; whatever it is called, a field of Jira itself goes before it. */
const CUSTOM = /^Custom field \((.+)\)$/;

/** Repeated labels carry a number (`Component/s (2)`): the header is the same. */
const headerOf = (label: string): string => plainWords(partOf(label.replace(/ \(\d+\)$/, '')));

/** Of a path in the answer of an interface the part that names the field: `fields.priority.name` is the priority. */
const partOf = (label: string): string =>
  label
    .replace(/^(?:fields|attributes|incident|issue|alert)\./i, '')
    .replace(/\.(?:display_?value|displayname|name|summary)$/i, '');

/** The tool that exports a table with these headers; `plain` where none is known. */
export function toolOf(labels: readonly string[]): IncidentTool {
  const headers = new Set(labels.map(headerOf));
  const scored = TOOL_MARKS.map(([tool, marks]) => ({ tool, score: marks.filter((mark) => headers.has(mark)).length }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= MARKS_NEEDED ? best.tool : 'plain';
}

const TICKET = 'incident|ticket|storung|stoerung|vorfall|vorgang|incidence|incidencia|incidente|storing|melding';
const SAYS_INCIDENT = new RegExp(`\\b(?:${TICKET})|severity|\\bsev\\b`);
/** A column that names each incident. */
const NAMES_INCIDENT = new RegExp(
  `^(?:(?:numero|no|n|id|reference) (?:de |d )?)?(?:${TICKET})s?(?: ?(?:id|number|no|nr|nummer|key|title|name))?$`,
);
/** What only inventories of models speak of. */
const SAYS_MODELS =
  /\buse case|\blifecycle|\blife cycle|\bmodel (?:owner|type|tier|stage|risk|class)|\btier\b|\brisk (?:class|level)|\bintended\b|\balgorithm|\bdeployed\b|\bdeployment|\bretrain|\btraining\b|\bmodell(?:art|typ|name)|\banwendungsfall|\brisikoklasse|\bproduktiv|\bzweck\b|\bfinalite|\bpurpose\b/;

/**
 * Whether a table holds incidents, by its headers: those of a tool, a start and an end with something that is rated, or what
 * names each incident with its start. A table that speaks of models in two columns is an inventory, whichever tool it is kept in.
 */
export function looksLikeIncidents(labels: readonly string[]): boolean {
  const headers = new Set(labels.map(headerOf));
  const has = (field: IncidentImportField): boolean =>
    INCIDENT_HEADERS.some(([known, names]) => known === field && names.some((name) => headers.has(name)));
  const saying = (pattern: RegExp): number => [...headers].filter((header) => pattern.test(header)).length;
  if (!has('openedAt') || saying(SAYS_MODELS) >= 2) return false;
  const isOver = has('resolvedAt') || has('acknowledgedAt') || has('timeToResolve') || has('closedAt');
  const isRated = has('status') || has('severity');
  if (toolOf(labels) !== 'plain') return isRated || isOver || headers.has('opened at');
  if (isOver) return saying(SAYS_INCIDENT) > 0 || (has('status') && has('severity'));
  return isRated && saying(NAMES_INCIDENT) > 0;
}

/** What a file of incidents most probably means; the person sees it and changes it. */
export function guessIncidentMapping(table: Table): IncidentMapping {
  const tool = toolOf(table.labels);
  const fields = guessFields(table, tool);
  const emptyWords = EMPTY_WORDS.filter((word) => word === '?' || word === 'n/a' || occurs(table, word));
  const mapping: IncidentMapping = {
    kind: 'incidents',
    tool,
    source: TOOL_NAMES[tool],
    fields,
    values: [],
    rows: 'incident',
    dateOrder: orderShownByTable(table, fields),
    durationUnit: tool === 'opsgenie' && !table.labels.some((label) => /sec/i.test(label)) ? 'milliseconds' : 'seconds',
    decimal: markShownByTable(table, fields),
    emptyWords,
    allToModel: null,
    models: [],
  };
  const rows = isEventLog(table, mapping) ? 'event' : 'incident';
  return { ...mapping, rows, values: guessValues(table, mapping) };
}

const occurs = (table: Table, word: string): boolean =>
  table.rows.slice(0, 2000).some((row) => row.some((cell) => fold(cell) === word));

function guessFields(table: Table, tool: IncidentTool): IncidentMapping['fields'] {
  const taken = new Set<string>();
  const fields: { field: IncidentImportField; columns: string[] }[] = [];
  for (const [field, headers] of INCIDENT_HEADERS) {
    const labelled = (header: string, named: (label: string) => string): string[] =>
      table.labels.filter((label) => !taken.has(label) && named(label) === header);
    const filled = (named: (label: string) => string): string[] => {
      const name = headers.find((header) => labelled(header, named).some((label) => isFilled(table, label, field)));
      return name === undefined || !fits(field, name, tool) ? [] : labelled(name, named);
    };
    const own = filled(headerOf);
    const labels = own.length > 0 ? own : filled((label) => headerOf(CUSTOM.exec(label)?.[1] ?? ''));
    if (labels.length === 0) continue;
    // A header that is repeated (Jira's components) is read as one list; of times the first filled one counts.
    const columns = labels.slice(0, 10);
    for (const label of columns) taken.add(label);
    fields.push({ field, columns });
  }
  if (!fields.some(({ field }) => field === 'title')) {
    const columns = table.labels.filter((label) => ['category', 'subcategory'].includes(headerOf(label)));
    if (columns.length > 0) fields.push({ field: 'title', columns });
  }
  return fields;
}

/** A column without a cell says nothing, and one of times without a digit (`acknowledged: true`) is none. */
function isFilled(table: Table, label: string, field: IncidentImportField): boolean {
  const index = table.labels.indexOf(label);
  const needed = TIME_FIELDS.some((time) => time === field) ? /\d.*\d/ : /\S/;
  return table.rows.some((row) => needed.test(row[index] ?? ''));
}

/** Headers that mean this only in the export of one tool. */
function fits(field: IncidentImportField, header: string, tool: IncidentTool): boolean {
  if (field === 'personSeconds' && header === 'time spent') return tool === 'jira';
  if (field === 'timeToResolve' && header === 'close time') return tool === 'opsgenie';
  return true;
}

/** One row an event: an incident's number comes back with another time of the row. */
function isEventLog(table: Table, { fields }: IncidentMapping): boolean {
  const column = (wanted: IncidentImportField): number =>
    table.labels.indexOf(fields.find(({ field }) => field === wanted)?.columns[0] ?? '\n');
  const id = column('externalId');
  const at = column('eventAt');
  if (id === -1 || at === -1) return false;
  const seen = new Map<string, string>();
  return table.rows.some((row) => {
    const number = (row[id] ?? '').trim();
    const time = (row[at] ?? '').trim();
    const known = seen.get(number);
    if (number !== '') seen.set(number, time);
    return known !== undefined && known !== time;
  });
}

function guessValues(table: Table, { fields, emptyWords }: IncidentMapping): IncidentMapping['values'] {
  return fields.flatMap(({ field, columns }) => {
    if (!isVocabularyField(field)) return [];
    const texts = distinctTexts(table, columns, emptyWords);
    return texts.flatMap((from) => {
      const to = guessValue(field satisfies VocabularyField, from, texts);
      return to === '' ? [] : [{ field, from, to }];
    });
  });
}

const MAX_VALUES = 500;

/** Distinct filled cells of the first column of a field that has any. */
export function distinctTexts(table: Table, columns: readonly string[], emptyWords: readonly string[]): string[] {
  const found = new Map<string, string>();
  const indices = columns.map((label) => table.labels.indexOf(label));
  for (const row of table.rows) {
    const text = indices.map((index) => (row[index] ?? '').trim()).find((cell) => cell !== '') ?? '';
    const key = fold(text);
    if (text === '' || emptyWords.includes(key) || found.has(key)) continue;
    found.set(key, text);
    if (found.size >= MAX_VALUES) break;
  }
  return [...found.values()];
}
