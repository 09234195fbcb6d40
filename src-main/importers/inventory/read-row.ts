import type { z } from 'zod';
import type { ImportField } from '#contract/imports/import-field';
import type { Problem } from '#contract/imports/parts';
import type { ExternalReference, ModelFields } from '#contract/models/models';
import type { Parsed } from '#domain/base/parsed';
import type { Dated } from '#domain/base/period';
import { importedField } from '#domain/models/import-targets';
import type { Stage } from '#domain/vocabulary';
import { type CompiledField, type CompiledMapping, cellText } from './compile-mapping';
import type { DutyAnswer } from './duty-columns';
import type { RowEvidence } from './evidence-columns';
import { lifecycleOf, type RefusedDate } from './lifecycle-events';
import type { ImportedFields, PlannedOrigin, StageEvent } from './plan-types';
import { type DateField, type Reading, type ReadRules, readField } from './read-field';

export interface RowReading {
  readonly row: number;
  /** Texts of the key's fields, in the order of the key. */
  readonly keyParts: readonly string[];
  readonly fields: ImportedFields;
  /** `null`: the row does not say, neither by a stage nor by a date. */
  readonly stage: Stage | null;
  readonly stageFromDates: boolean;
  readonly events: readonly StageEvent[];
  readonly version: string;
  /** Whether a cell says that the model is, or is not, monitored. */
  readonly saysMonitoring: boolean;
  /** What it answers to a text of duties. */
  readonly duties: readonly DutyAnswer[];
  readonly evidence: readonly RowEvidence[];
  /** Worked out when asked: of most rows of a preview nobody does. */
  readonly origins: () => readonly PlannedOrigin[];
  readonly problems: readonly Problem[];
}

export interface RowRules extends ReadRules {
  readonly externalSystem: string;
}

/** Cells that repeat, such as stages and dates, are read once; longer ones rarely do. */
const CACHED_LENGTH = 80;
const CACHED_CELLS = 3_000;

interface FieldCache {
  readonly known: Map<string, Parsed<Reading>>;
  asked: number;
  found: number;
}

type Cache = Map<CompiledField, FieldCache>;

/** A reader for the rows of one table; it remembers what frequent cells mean. */
export function createRowReader(
  mapping: CompiledMapping,
  rules: RowRules,
): (row: number, cells: readonly string[]) => RowReading {
  const cache: Cache = new Map();
  const places = new Map(mapping.fields.map(({ field }, place) => [field, place]));
  const evidenceOf = mapping.evidence(rules);
  const keyPlaces = mapping.key.map((field) => places.get(field) ?? -1);
  return (row, cells) => {
    /** Of the mapped fields, in their order. */
    const texts: string[] = [];
    const found = new Found();
    let refusals: Map<ImportField, string> | null = null;
    const problems: Problem[] = [];
    for (const field of mapping.fields) {
      const text = cellText(field, cells, mapping.isEmpty);
      texts.push(text);
      if (text === '') continue;
      const parsed = readCached(cache, field, text, rules);
      if (parsed.ok) found.add(parsed.value);
      else {
        refusals ??= new Map();
        refusals.set(field.field, parsed.message);
        problems.push(refusal(row, field, parsed.code, parsed.message, text));
      }
    }
    const lifecycle = lifecycleOf(found);
    for (const refused of lifecycle.refused) {
      const field = mapping.fields.find((candidate) => candidate.field === refused.field);
      if (!field) continue;
      refusals ??= new Map();
      refusals.set(field.field, refused.message);
      problems.push(dateRefusal(row, field, refused, mapping, texts[places.get(refused.field) ?? -1] ?? ''));
    }
    return {
      row,
      keyParts: keyPlaces.map((place) => texts[place] ?? ''),
      fields: found.fieldsWith(rules.externalSystem),
      stage: lifecycle.stage,
      stageFromDates: lifecycle.derivedFromDates,
      events: lifecycle.events,
      version: found.version,
      saysMonitoring: found.monitored !== null,
      duties: mapping.duties(row, cells, (problem) => problems.push(problem)),
      evidence: evidenceOf(row, cells, (problem) => problems.push(problem)),
      origins: () => originsOf(mapping, texts, refusals),
      problems,
    };
  };
}

function readCached(cache: Cache, field: CompiledField, text: string, rules: ReadRules): Parsed<Reading> {
  if (text.length > CACHED_LENGTH) return readField(field.field, text, field.values, rules);
  let own = cache.get(field);
  if (!own) {
    own = { known: new Map(), asked: 0, found: 0 };
    cache.set(field, own);
  }
  const { known } = own;
  // Names and numbers hardly repeat: looking for them takes longer than reading them.
  if (known.size >= CACHED_CELLS && own.found * 4 < own.asked) return readField(field.field, text, field.values, rules);
  own.asked += 1;
  const before = known.get(text);
  if (before) {
    own.found += 1;
    return before;
  }
  const parsed = readField(field.field, text, field.values, rules);
  // A copy: see `RecordCutter`.
  if (known.size < CACHED_CELLS) known.set(text, structuredClone(parsed));
  return parsed;
}

/** Gathers what the cells of one row say. */
class Found {
  stage: Stage | null = null;
  monitored: boolean | null = null;
  version = '';
  readonly dates = new Map<DateField, Dated>();
  private readonly fields: Partial<ModelFields> = {};
  private externalId = '';
  private externalUrl = '';

  add(reading: Reading): void {
    switch (reading.kind) {
      case 'fields':
        Object.assign(this.fields, reading.fields);
        return;
      case 'stage':
        this.stage = reading.stage;
        return;
      case 'monitored':
        this.monitored = reading.monitored;
        return;
      case 'date':
        this.dates.set(reading.field, reading.when);
        return;
      case 'version':
        this.version = reading.version;
        return;
      case 'externalId':
        this.externalId = reading.id;
        return;
      case 'externalUrl':
        this.externalUrl = reading.url;
        return;
      case 'nothing':
        return;
    }
  }

  fieldsWith(externalSystem: string): ImportedFields {
    if (this.externalId === '' && this.externalUrl === '') return this.fields;
    const system = externalSystem === '' ? 'Inventory' : externalSystem;
    const reference: z.output<typeof ExternalReference> = { system, id: this.externalId, url: this.externalUrl };
    return { ...this.fields, externalReferences: [reference] };
  }
}

function originsOf(
  mapping: CompiledMapping,
  texts: readonly string[],
  refusals: ReadonlyMap<ImportField, string> | null,
): readonly PlannedOrigin[] {
  const origins: PlannedOrigin[] = [];
  for (const [place, { field, column }] of mapping.fields.entries()) {
    const text = texts[place] ?? '';
    if (text !== '') origins.push({ field: modelField(field), column, text, refused: refusals?.get(field) ?? '' });
  }
  return origins;
}

/** The model's own name of a field, where it has one. */
export const modelField = (field: ImportField): string => importedField(field) ?? field;

function refusal(row: number, field: CompiledField, code: string, message: string, text: string): Problem {
  const value = text.slice(0, 300);
  // A model without a name cannot be; every other value can be missing.
  const effect = field.field === 'name' ? 'row_refused' : 'value_refused';
  return { row, column: field.column, code, message, value, effect };
}

function dateRefusal(
  row: number,
  field: CompiledField,
  refused: RefusedDate,
  mapping: CompiledMapping,
  text: string,
): Problem {
  const against = mapping.fields.find((candidate) => candidate.field === refused.against);
  const message = against ? `${refused.message} (Columns "${field.column}" and "${against.column}".)` : refused.message;
  const value = text.slice(0, 300);
  return { row, column: field.column, code: refused.code, message, value, effect: 'value_refused' };
}
