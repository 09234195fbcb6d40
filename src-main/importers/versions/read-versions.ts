import type { Problem } from '#contract/imports/parts';
import type { StageMeaning, VersionImportField, VersionsMapping } from '#contract/models/import-versions';
import { utcDay } from '#domain/base/calendar';
import { fold } from '#domain/base/fold';
import { type Parsed, quote } from '#domain/base/parsed';
import { type Dated, isBefore, sayDated } from '#domain/base/period';
import { readTypedPeriod } from '#domain/base/typed-period';
import { CHOOSE_ORDER } from '../cells/file-rules';
import { readTime } from '../cells/read-time';
import { ProblemTally } from '../problem-tally';
import { breathe } from '../tabular/failures';
import type { Table } from '../tabular/table';
import { isLiveAlias, stageMeaning } from './stage-words';

/** A version as a row tells it. */
export interface ToldVersion {
  /** Spreadsheet row number. */
  readonly row: number;
  readonly modelText: string;
  readonly version: string;
  /** When it went live. */
  readonly when: Dated | null;
  readonly until: Dated | null;
  readonly stage: string;
  readonly alias: string;
  /** Whether it went live, as far as the row says. */
  readonly released: boolean;
  /** ISO instant at which a registry was told of it. */
  readonly registered: string;
}

export interface ReadVersions {
  readonly told: readonly ToldVersion[];
  readonly problems: ProblemTally;
  /** Every word for a stage with what it says and how often it stands there. */
  readonly stages: ReadonlyMap<string, { readonly text: string; readonly to: StageMeaning; readonly count: number }>;
}

export interface ReadInput {
  readonly table: Table;
  readonly mapping: VersionsMapping;
  /** ISO calendar date: what went live, did so by then. */
  readonly today: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

const ROWS_PER_STEP = 5_000;
const MOST_CHARACTERS = 500;
/** Seconds or milliseconds since 1970. */
const EPOCH = /^\d{10}(?:\d{3})?$/;

/** All versions of a table. No row is lost: each is a version, or named as refused. */
export async function readVersions({ table, mapping, today, signal, onProgress }: ReadInput): Promise<ReadVersions> {
  const reader = new RowReader(table, mapping, today);
  const told: ToldVersion[] = [];
  for (const index of table.rows.keys()) {
    const version = reader.read(index);
    if (version) told.push(version);
    if (index % ROWS_PER_STEP !== ROWS_PER_STEP - 1) continue;
    onProgress?.(index + 1, table.rows.length);
    await breathe(signal);
  }
  return { told, problems: reader.problems, stages: reader.stages };
}

class RowReader {
  readonly problems = new ProblemTally();
  readonly stages = new Map<string, { text: string; to: StageMeaning; count: number }>();
  private readonly columns: ReadonlyMap<VersionImportField, number>;
  private readonly empty: ReadonlySet<string>;
  private readonly meanings: ReadonlyMap<string, StageMeaning>;
  private readonly distrusted: ReadonlySet<number>;
  private readonly days = new Map<string, Parsed<Dated>>();

  constructor(
    private readonly table: Table,
    private readonly mapping: VersionsMapping,
    private readonly today: string,
  ) {
    this.columns = new Map(mapping.fields.map(({ field, column }) => [field, table.labels.indexOf(column)]));
    this.empty = new Set(mapping.emptyWords.map(fold));
    this.meanings = new Map(mapping.stages.map(({ from, to }) => [fold(from), to]));
    this.distrusted = new Set(table.problems.filter(({ effect }) => effect === 'row_refused').map(({ row }) => row));
    for (const problem of table.problems) this.problems.add(problem);
  }

  read(index: number): ToldVersion | null {
    const row = this.table.rowNumbers[index] ?? 0;
    if (this.distrusted.has(row)) return null;
    const [modelText, version] = [this.cell(index, 'model'), this.cell(index, 'version')];
    if (modelText === '') return this.refuse(row, 'model', 'no_model', 'This row names no model. Fill it in.', '');
    if (version === '')
      return this.refuse(row, 'version', 'no_version', 'This row names no version of the model. Fill it in.', '');
    for (const [field, text] of [
      ['model', modelText],
      ['version', version],
    ] as const)
      if (text.length > MOST_CHARACTERS)
        return this.refuse(
          row,
          field,
          'too_long',
          `This has more than ${MOST_CHARACTERS} characters. Shorten it.`,
          text,
        );
    const stage = this.cellOfStage(index);
    const alias = aliasesIn(this.cell(index, 'alias'));
    const meaning = stage === '' ? '' : this.meaningOf(stage);
    const when = this.day(index, 'liveFrom', true);
    if (when === 'future') return null;
    const until = this.end(index, when);
    const released = this.isReleased(meaning, alias, when);
    if (!released && when) this.noteNotLive(index, stage, when);
    const registered = this.registered(index);
    return { row, modelText, version, when: released ? when : null, until, stage, alias, released, registered };
  }

  /** What a stage rules out never went live; what only a registry was told of is not known to have. */
  private isReleased(meaning: StageMeaning, alias: string, when: Dated | null): boolean {
    if (meaning === 'not_live') return isLiveAlias(alias) && when === null;
    if (when !== null || meaning === 'live' || isLiveAlias(alias)) return true;
    return meaning === '' && !this.columns.has('registeredAt');
  }

  private noteNotLive(index: number, stage: string, when: Dated): void {
    const message = `By its stage ${quote(stage)} it never went live, so ${sayDated(when)} is not taken as the day on which it did. Say what the word means if it did.`;
    this.note(index, 'stage', 'not_live', message, stage, 'value_refused');
  }

  private meaningOf(text: string): StageMeaning {
    const key = fold(text);
    const known = this.stages.get(key);
    const to = known?.to ?? stageMeaning(this.meanings, text);
    if (known) known.count += 1;
    else this.stages.set(key, { text, to, count: 1 });
    return to;
  }

  private end(index: number, when: Dated | null): Dated | null {
    const until = this.day(index, 'liveUntil', false);
    if (!until || until === 'future' || !when || !isBefore(until, when)) return until === 'future' ? null : until;
    const message = `It cannot end on ${sayDated(until)}, before it went live on ${sayDated(when)}. The end is left out; correct one of them.`;
    this.note(index, 'liveUntil', 'ends_before_start', message, this.cell(index, 'liveUntil'), 'value_refused');
    return null;
  }

  private day(index: number, field: 'liveFrom' | 'liveUntil', past: boolean): Dated | 'future' | null {
    const text = this.cell(index, field);
    if (text === '') return null;
    const key = `${field} ${text}`;
    const known = this.days.get(key);
    const read = known ?? readDay(text, this.mapping, past ? this.today : undefined);
    if (!known) this.days.set(key, read);
    if (read.ok) return read.value;
    if (read.code === 'date_in_future') {
      const message = `${read.message} The row is left out; bring the file in again then.`;
      this.note(index, field, read.code, message, text, 'row_refused');
      return 'future';
    }
    this.note(index, field, read.code, `${read.message} Until then its day is not known.`, text, 'value_refused');
    return null;
  }

  /** Only for the order, so a time that cannot be read is no problem. */
  private registered(index: number): string {
    const text = this.cell(index, 'registeredAt');
    if (text === '') return '';
    if (EPOCH.test(text)) return epochInstant(text);
    const moment = readTime(text, { timeZone: 'UTC', order: this.mapping.dateOrder ?? 'ymd' });
    return moment.ok ? moment.value : '';
  }

  private refuse(row: number, field: VersionImportField, code: string, message: string, value: string): null {
    this.problems.add({
      row,
      column: this.label(field),
      code,
      message,
      value: value.slice(0, 200),
      effect: 'row_refused',
    });
    return null;
  }

  private note(
    index: number,
    field: VersionImportField,
    code: string,
    message: string,
    value: string,
    effect: Problem['effect'],
  ): void {
    const row = this.table.rowNumbers[index] ?? 0;
    this.problems.add({ row, column: this.label(field), code, message, value, effect });
  }

  private label(field: VersionImportField): string {
    return this.table.labels[this.columns.get(field) ?? -1] ?? '';
  }

  private cell(index: number, field: VersionImportField): string {
    const column = this.columns.get(field);
    const text = column === undefined ? '' : (this.table.rows[index]?.[column] ?? '').trim();
    return text === '' || this.empty.has(fold(text)) ? '' : text;
  }

  /** MLflow writes `None` for a version that is in no stage, which says more than an empty cell. */
  private cellOfStage(index: number): string {
    const column = this.columns.get('stage');
    const text = column === undefined ? '' : (this.table.rows[index]?.[column] ?? '').trim();
    return text === 'None' ? text : this.cell(index, 'stage');
  }
}

function readDay(text: string, { dateOrder }: VersionsMapping, latest: string | undefined): Parsed<Dated> {
  const moment = EPOCH.test(text) ? epochInstant(text) : text;
  const rules = { order: dateOrder, remedy: CHOOSE_ORDER, shortMonths: true };
  return readTypedPeriod(moment === text ? text : utcDay(moment), latest === undefined ? rules : { ...rules, latest });
}

const epochInstant = (text: string): string => new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();

/** `["champion", "eu"]` and `champion;eu` → `champion, eu`. */
const aliasesIn = (text: string): string =>
  text
    .replace(/^[[{(]|[\]})]$/g, '')
    .split(/[,;|]/)
    .map((one) => one.trim().replace(/^["']|["']$/g, ''))
    .filter((one) => one !== '')
    .join(', ')
    .slice(0, MOST_CHARACTERS);
