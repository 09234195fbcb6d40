import type { Mapping } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';
import { mergeHistory } from '#domain/models/history/merge';
import type { ContradictionKind, Decision, Told, ToldMove } from '#domain/models/history/told';
import type { CompiledMapping } from './compile-mapping';
import { keyTextOf, type Matcher, repeatedKey } from './match-rows';
import { type FieldRules, mergeFields } from './merge-fields';
import type { ExistingModel, PlannedRow, StageEvent } from './plan-types';
import { DATE_FIELDS } from './read-field';
import type { RowReading } from './read-row';
import {
  contradicts,
  duplicateKey,
  editedHere,
  noKey,
  noName,
  sharedKey,
  stageFromDates,
  stageMissing,
  waits,
} from './row-problems';

export interface PlanContext {
  readonly mapping: CompiledMapping;
  readonly duplicates: Mapping['duplicates'];
  readonly matcher: Matcher;
  /** Whose row each is, by its number; `null` where nothing is in the portfolio yet. */
  identities: Identities | null;
  /** Rows that the table itself does not trust. */
  readonly distrusted: ReadonlySet<number>;
  readonly report: (problem: Problem) => void;
  /** Who is right about a field (`unit`) or a kind of contradiction (`move.date`). */
  readonly rules: FieldRules;
  /** Rows are only counted from here on: what they came from is not worked out. */
  brief: boolean;
  /** By key: the first row that has it. */
  readonly seen: Map<string, number>;
  /** By key: how many rows have it so far, where they are more than one. */
  readonly repeated: Map<string, number>;
}

/** Whose row each is, and by their ids the models that the rows planned now meet. */
export interface Identities {
  readonly rows: RowIdentities;
  readonly models: ReadonlyMap<string, ExistingModel>;
}

/** Whose each row is, by its number. */
export type RowIdentities = Pick<ReadonlyMap<number, RowIdentity>, 'get'>;

/** A model, a new one, or (`wait`) what somebody has to say first. `numberless`: the row's number tells no model apart and is not kept. */
export type RowIdentity =
  | {
      readonly is: 'model';
      readonly id: string;
      readonly agreesInUnit?: boolean;
      readonly isBack?: boolean;
      readonly numberless?: boolean;
    }
  | { readonly is: 'new'; readonly unit?: string | null; readonly numberless?: boolean }
  | { readonly is: 'wait'; readonly why: string };

/** Decides what becomes of one row. */
export function planRow(read: RowReading, context: PlanContext): PlannedRow {
  const { report } = context;
  read.problems.forEach(report);
  const identity = context.identities?.rows.get(read.row);
  const reading = identity && 'numberless' in identity && identity.numberless ? withoutNumber(read) : read;
  const key = keyTextOf(context.mapping.key, reading.keyParts);
  const keyText = identity ? admitNamed(reading, key, context) : admit(reading, key, context);
  if (keyText === null) return planned(reading, 'refuse', key, context);
  if (identity?.is === 'wait') {
    report(waits(reading.row, identity.why));
    return planned(reading, 'wait', keyText, context);
  }
  const model =
    identity?.is === 'model'
      ? context.identities?.models.get(identity.id)
      : identity
        ? null
        : context.matcher.take(keyText);
  if (model) {
    const agrees = identity?.is === 'model' && identity.agreesInUnit === true;
    const planned = planUpdate(agrees ? withoutUnit(reading) : reading, keyText, model, context);
    return identity?.is === 'model' && identity.isBack === true ? { ...planned, action: 'update' } : planned;
  }
  reportStage(reading, context);
  const events: readonly StageEvent[] =
    reading.stage === null ? [{ stage: 'proposed', at: null, precision: 'day' }] : reading.events;
  const created = planned(reading, 'create', keyText, context);
  // A unit that we have is written as we have it: else reports would count it as another one.
  const fields = identity?.is === 'new' && identity.unit ? { ...created.fields, unit: identity.unit } : created.fields;
  return { ...created, fields, stage: reading.stage ?? 'proposed', events };
}

/** A unit that is told less exactly than ours, or written otherwise, is no value of its own. */
const withoutUnit = ({ fields: { unit: _, ...fields }, ...reading }: RowReading): RowReading => ({
  ...reading,
  fields,
});

/** An address that stands beside the number is kept. */
function withoutNumber({ fields: { externalReferences = [], ...fields }, ...reading }: RowReading): RowReading {
  const linked = externalReferences.filter(({ url }) => url !== '').map((reference) => ({ ...reference, id: '' }));
  return { ...reading, fields: linked.length > 0 ? { ...fields, externalReferences: linked } : fields };
}

const planned = (
  reading: RowReading,
  action: PlannedRow['action'],
  keyText: string,
  { brief }: PlanContext,
): PlannedRow => ({
  row: reading.row,
  action,
  modelId: null,
  keyText,
  fields: reading.fields,
  patch: {},
  stage: reading.stage,
  events: reading.events,
  version: reading.version,
  history: null,
  declined: null,
  differences: [],
  saysMonitoring: reading.saysMonitoring,
  saysUnmonitored: false,
  origins: brief ? [] : reading.origins(),
  duties: reading.duties,
  evidence: reading.evidence,
});

/** As `admit`, for rows of which it is known whose they are: they may share a key, or have none. */
function admitNamed(reading: RowReading, key: string, context: PlanContext): string | null {
  if (context.distrusted.has(reading.row)) return null;
  if (reading.fields.name !== undefined) return key;
  return admit(reading, key, context);
}

/** The key under which a row is imported, or null when it is refused; the reason is reported. */
function admit(reading: RowReading, key: string, context: PlanContext): string | null {
  const { row } = reading;
  const { mapping, report, seen, repeated } = context;
  if (context.distrusted.has(row)) return null;
  if (reading.fields.name === undefined) {
    const column = mapping.fields.find((field) => field.field === 'name')?.column ?? '';
    // A name that was there and refused has been reported already.
    if (!reading.problems.some((problem) => problem.effect === 'row_refused')) report(noName(row, column));
    return null;
  }
  if (key === '') {
    report(noKey(row, mapping.key));
    return null;
  }
  const earlier = seen.get(key);
  if (earlier === undefined) {
    seen.set(key, row);
    return key;
  }
  const text = reading.keyParts.filter((part) => part !== '').join(', ');
  const kept = context.duplicates === 'keep';
  const times = (repeated.get(key) ?? 1) + 1;
  if (times === 2) report(sharedKey(earlier, row, text));
  report(duplicateKey(row, earlier, text, kept));
  repeated.set(key, times);
  return kept ? repeatedKey(key, times) : null;
}

/** Says why a new model gets a stage that no cell states. Files without any such column are reported once, elsewhere. */
function reportStage(reading: RowReading, context: PlanContext): void {
  const column = stageColumn(context.mapping);
  if (column === null) {
    if (reading.stage === null && tellsStage(context.mapping)) context.report(stageMissing(reading.row, '', ''));
    return;
  }
  // Most rows say their stage, and nothing is looked up for them.
  if (reading.stage !== null && !reading.stageFromDates) return;
  const text = reading.origins().find((origin) => origin.field === 'stage')?.text ?? '';
  if (reading.stage === null) context.report(stageMissing(reading.row, column, text));
  else context.report(stageFromDates(reading.row, column, reading.stage, text));
}

const stageColumn = (mapping: CompiledMapping): string | null =>
  mapping.fields.find((field) => field.field === 'stage')?.column ?? null;

/** Whether any column of the file can say a stage. */
export const tellsStage = (mapping: CompiledMapping): boolean =>
  mapping.fields.some(({ field }) => field === 'stage' || DATE_FIELDS.some((date) => date === field));

function planUpdate(reading: RowReading, keyText: string, model: ExistingModel, context: PlanContext): PlannedRow {
  const { patch, differences } = mergeFields(reading.fields, model.fields, model.lastImported, (field) =>
    context.rules(field, model.id),
  );
  for (const { field, decision } of differences) {
    if (decision === 'file') continue;
    const origin = reading.origins().find((candidate) => candidate.field === field);
    context.report(editedHere(reading.row, origin?.column ?? '', field, origin?.text ?? ''));
  }
  const told = toldBy(reading);
  // What was answered once is not asked again while the file says the same.
  const settled = model.settledMoves !== '' && model.settledMoves === settledText(told.moves);
  const decide = (kind: ContradictionKind): Decision =>
    settled ? 'ours' : (context.rules(`move.${kind}`, model.id) ?? 'ask');
  const merged = mergeHistory(model.moves, told, decide);
  const adds = merged.added.length + merged.refined.length > 0;
  const declines = adds && (settled || context.rules('move.added', model.id) === 'ours');
  const history = declines ? { ...merged, added: [], refined: [] } : merged;
  const column = stageColumn(context.mapping) ?? '';
  for (const one of history.contradicted)
    if (one.decision !== 'file') context.report(contradicts(reading.row, column, model.name, one));
  const saysUnmonitored = !model.monitoringKnown && reading.saysMonitoring && reading.stage === 'deployed';
  const lives = history.added.length > 0 || history.refined.length > 0 || saysUnmonitored;
  const changed = Object.keys(patch).length > 0 || lives;
  const action = changed ? 'update' : 'unchanged';
  return {
    ...planned(reading, action, keyText, context),
    modelId: model.id,
    patch,
    history,
    declined: declines ? merged : null,
    differences,
    saysUnmonitored,
  };
}

/** What the row tells of the model's life; nothing where it names neither a stage nor a day. */
function toldBy({ stage, events, version, saysMonitoring }: RowReading): Told {
  const moves = stage === null ? [] : withVersion(events, version);
  return { kind: 'present', moves, speaksOfMonitoring: saysMonitoring };
}

/** What a row tells of a life, as text that is kept. */
export const settledText = (moves: readonly ToldMove[]): string => JSON.stringify({ told: moves });

/** The version of a row is the one that went live last. */
export function withVersion(events: readonly StageEvent[], version: string): readonly ToldMove[] {
  const deployment = events.findLastIndex((event) => event.stage === 'deployed');
  const versioned = deployment === -1 ? events.length - 1 : deployment;
  return events.map(({ stage, at, precision }, index) => ({
    to: stage,
    when: at === null ? null : { at, precision },
    version: index === versioned ? version : '',
  }));
}
