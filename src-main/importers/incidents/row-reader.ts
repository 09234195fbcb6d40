import type { Problem } from '#contract/imports/parts';
import type { IncidentImportField, IncidentMapping } from '#contract/incidents/import';
import { fold } from '#domain/base/fold';
import { quote } from '#domain/base/parsed';
import { findZone, type Zone } from '#domain/base/time-zone';
import { readTypedAmount } from '#domain/base/typed-amount';
import { type Moment, type MomentRules, readTypedMoment } from '#domain/base/typed-moment';
import { type DecimalMark, readTypedNumber } from '#domain/base/typed-number';
import { CHOOSE_DECIMAL, CHOOSE_ORDER } from '../cells/file-rules';
import { badFile } from '../tabular/failures';
import type { Table } from '../tabular/table';
import { markShownByTable } from './shown-by-table';
import { isVocabularyField, type VocabularyField } from './value-words';

const UNIT_MS = { milliseconds: 1, seconds: 1000, minutes: 60_000, hours: 3_600_000 } as const;

const AMOUNT = { min: 0, max: Number.MAX_VALUE, whole: false, remedy: CHOOSE_DECIMAL } as const;
const COST = { min: 0, decimals: 'rounded', remedy: CHOOSE_DECIMAL } as const;

/** Reads the cells of one table by field; what cannot be read is noted with its row, column, text and reason. */
export class RowReader {
  readonly problems: Problem[] = [];
  ownZone = 0;
  askedZone = 0;
  private readonly columns: ReadonlyMap<IncidentImportField, readonly number[]>;
  private readonly values = new Map<string, string>();
  private readonly empty: ReadonlySet<string>;
  private readonly rules: MomentRules;
  private readonly mark: DecimalMark | null;
  private readonly known = new Map<string, ReturnType<typeof readTypedMoment>>();

  constructor(
    private readonly table: Table,
    private readonly mapping: IncidentMapping,
    private readonly currency: string,
  ) {
    this.columns = new Map(
      mapping.fields.map(({ field, columns }) => [
        field,
        columns.map((label) => table.labels.indexOf(label)).filter((index) => index !== -1),
      ]),
    );
    for (const { field, from, to } of mapping.values) this.values.set(`${field}\n${fold(from)}`, to);
    this.empty = new Set(mapping.emptyWords.map(fold));
    this.rules = {
      zone: zoneNamed(mapping.timeZone ?? 'UTC', table.fileName),
      order: mapping.dateOrder,
      shortYears: true,
      dayAt: 'zone',
      firstYear: 1970,
      remedy: CHOOSE_ORDER,
    };
    this.mark = mapping.decimal ?? markShownByTable(table, mapping.fields);
  }

  has(field: IncidentImportField): boolean {
    return (this.columns.get(field)?.length ?? 0) > 0;
  }

  /** The first filled cell of a field; '' where it says nothing. */
  cell(index: number, field: IncidentImportField): string {
    for (const column of this.columns.get(field) ?? []) {
      const text = (this.table.rows[index]?.[column] ?? '').trim();
      if (text !== '' && !this.empty.has(fold(text))) return text;
    }
    return '';
  }

  /** All filled cells of a field, joined. */
  text(index: number, field: IncidentImportField, limit: number): string {
    const parts = (this.columns.get(field) ?? []).map((column) => (this.table.rows[index]?.[column] ?? '').trim());
    const filled = parts.filter((part) => part !== '' && !this.empty.has(fold(part)));
    return [...new Set(filled)].join(' / ').slice(0, limit);
  }

  moment(index: number, field: IncidentImportField): { readonly text: string; readonly instant: string } | null {
    const text = this.cell(index, field);
    if (text === '') return null;
    const parsed = this.known.get(text) ?? readTypedMoment(text, this.rules);
    if (this.known.size < 500_000) this.known.set(text, parsed);
    if (!parsed.ok) {
      this.note(index, field, parsed.code, parsed.message, text, 'value_refused');
      return null;
    }
    if (parsed.value.zone === 'own') this.ownZone += 1;
    else this.askedZone += 1;
    if (parsed.value.note) this.noteMoment(index, field, text, parsed.value);
    return { text, instant: parsed.value.instant };
  }

  private noteMoment(index: number, field: IncidentImportField, text: string, { note, instant }: Moment): void {
    const zone = this.rules.zone.name;
    const read = `${instant.slice(0, 16).replace('T', ' ')} UTC`;
    if (note === 'fold')
      this.note(
        index,
        field,
        'time_twice',
        `${quote(text)} came twice in ${zone}, for the clock was set back that night. The first is taken: ${read}.`,
        text,
        'note',
      );
    if (note === 'gap')
      this.note(
        index,
        field,
        'time_skipped',
        `${quote(text)} did not come in ${zone}, for the clock was set forward that night. It is read as ${read}; check the time zone.`,
        text,
        'note',
      );
    if (note === 'day')
      this.note(
        index,
        field,
        'time_of_day_missing',
        `${quote(text)} says no time of day, so durations from it are up to a day off. Midnight is taken.`,
        text,
        'note',
      );
  }

  /** Milliseconds; `null` where nothing, or nothing readable, is said. */
  duration(index: number, field: IncidentImportField): number | null {
    const amount = this.number(index, field);
    return amount === null ? null : amount * UNIT_MS[this.mapping.durationUnit];
  }

  number(index: number, field: IncidentImportField): number | null {
    const text = this.cell(index, field);
    if (text === '') return null;
    const read = readTypedNumber(text, { ...AMOUNT, mark: this.mark });
    if (read.ok) return read.value;
    const message = `${quote(text)} is not a number of 0 or more. Correct it, or leave the cell empty.`;
    const said = read.code === 'ambiguous_number' ? read.message : message;
    this.note(index, field, read.code, said, text, 'value_refused');
    return null;
  }

  money(index: number): number | null {
    const text = this.cell(index, 'cost');
    if (text === '') return null;
    const parsed = readTypedAmount(text, { ...COST, mark: this.mark, currency: this.currency });
    if (parsed.ok) return parsed.value;
    this.note(index, 'cost', parsed.code, parsed.message, text, 'value_refused');
    return null;
  }

  /** A word of the field's vocabulary; '' where nothing is said or the word is not mapped, which is noted. */
  word(index: number, field: VocabularyField, quiet = false): string {
    if (!isVocabularyField(field)) return '';
    const text = this.cell(index, field);
    if (text === '') return '';
    const value = this.values.get(`${field}\n${fold(text)}`);
    if (value !== undefined) return value;
    if (!quiet)
      this.note(
        index,
        field,
        `${field}_not_mapped`,
        `Nothing is chosen for ${quote(text)}, so it is left out. Choose what it means.`,
        text,
        'value_refused',
      );
    return '';
  }

  rowNumber(index: number): number {
    return this.table.rowNumbers[index] ?? index + 2;
  }

  label(field: IncidentImportField): string {
    return this.table.labels[this.columns.get(field)?.[0] ?? -1] ?? '';
  }

  note(
    index: number,
    field: IncidentImportField,
    code: string,
    message: string,
    value: string,
    effect: Problem['effect'],
  ): void {
    const row = this.rowNumber(index);
    this.problems.push({ row, column: this.label(field), code, message, value: value.slice(0, 300), effect });
  }
}

function zoneNamed(name: string, fileName: string): Zone {
  const zone = findZone(name);
  if (!zone)
    throw badFile(
      `${fileName} cannot be read in the time zone ${name}, which does not exist. Choose one such as Europe/Berlin.`,
    );
  return zone;
}
