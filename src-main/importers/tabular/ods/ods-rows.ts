import type { Problem } from '#contract/imports/parts';
import { overlongCell, tooManyColumns } from '../csv/csv-reader';
import { badFile } from '../failures';
import { count, LIMITS } from '../limits';
import type { MergedRange, RecordBlock } from '../table';
import { errorCell, shownNumber } from '../xlsx/sheet-rows';
import type { XmlHandler } from '../xml-scanner';

type Attribute = (name: string) => string | undefined;

/** What is inside of cells and sheets but belongs to neither. */
const ASIDE = new Set(['annotation', 'tracked-changes', 'shapes', 'forms', 'desc', 'title']);

/** Cells in a row that are filled alike: a sheet may say that once and count. */
interface Cell {
  readonly times: number;
  readonly value: string | null;
  readonly error: boolean;
}

/** Collects the cells of one sheet of `content.xml` as texts. */
export class OdsRows implements XmlHandler {
  finished = false;
  private records: string[][] = [];
  private numbers: number[] = [];
  private merges: MergedRange[] = [];
  private record: string[] = [];
  private row = 0;
  private rowTimes = 1;
  private column = 0;
  private cell: Cell | null = null;
  private written = '';
  private paragraphs = 0;
  private inParagraph = 0;
  private aside = 0;
  private table = -1;
  private depth = 0;

  /** @param wanted index of the sheet in the file */
  constructor(
    private readonly fileName: string,
    private readonly wanted: number,
    private readonly report: (problem: Problem) => void,
  ) {}

  get length(): number {
    return this.records.length + this.merges.length;
  }

  takeBlock(): RecordBlock {
    const { records, numbers, merges } = this;
    this.records = [];
    this.numbers = [];
    this.merges = [];
    return { records, numbers, merges };
  }

  readonly open = (name: string, attribute: Attribute): void => {
    if (name === 'table') {
      this.depth += 1;
      if (this.depth === 1) this.table += 1;
      return;
    }
    if (this.table !== this.wanted || this.finished || this.depth !== 1) return;
    if (ASIDE.has(name)) this.aside += 1;
    if (this.aside > 0) return;
    if (name === 'table-row') this.openRow(attribute);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.openCell(name, attribute);
    else if (this.cell !== null) this.openText(name, attribute);
  };

  readonly close = (name: string): void => {
    if (name === 'table') {
      this.depth -= 1;
      if (this.depth === 0 && this.table === this.wanted) this.finished = true;
      return;
    }
    if (this.table !== this.wanted || this.finished || this.depth !== 1) return;
    if (ASIDE.has(name)) {
      this.aside = Math.max(0, this.aside - 1);
      return;
    }
    if (this.aside > 0) return;
    if (name === 'p' || name === 'h') this.inParagraph = Math.max(0, this.inParagraph - 1);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'table-row') this.closeRow();
  };

  readonly text = (piece: string): void => {
    if (this.cell !== null && this.inParagraph > 0 && this.aside === 0) this.add(piece.replace(/\s+/g, ' '));
  };

  private openRow(attribute: Attribute): void {
    this.row += 1;
    this.rowTimes = timesOf(attribute('number-rows-repeated'));
    this.column = 0;
    this.record = [];
  }

  private openCell(name: string, attribute: Attribute): void {
    const times = timesOf(attribute('number-columns-repeated'));
    const down = timesOf(attribute('number-rows-spanned'));
    const across = timesOf(attribute('number-columns-spanned'));
    if (name === 'table-cell' && (down > 1 || across > 1)) this.merge(down, across);
    const error = attribute('calcext:value-type') === 'error';
    this.cell = { times, value: typedValue(attribute), error };
    this.written = '';
    this.paragraphs = 0;
    this.inParagraph = 0;
  }

  private merge(down: number, across: number): void {
    if (this.merges.length >= LIMITS.merges) return;
    const [top, left] = [this.row, this.column];
    this.merges.push({ top, bottom: top + down - 1, left, right: left + across - 1 });
  }

  private openText(name: string, attribute: Attribute): void {
    if (name === 'p' || name === 'h') {
      if (this.paragraphs > 0) this.add('\n');
      this.paragraphs += 1;
      this.inParagraph += 1;
    } else if (name === 's') this.add(' '.repeat(Math.min(timesOf(attribute('c')), 1_000)));
    else if (name === 'tab') this.add('\t');
    else if (name === 'line-break') this.add('\n');
  }

  private add(text: string): void {
    this.written += text;
    if (this.written.length > LIMITS.cell) throw overlongCell(this.fileName, this.row, this.written.length);
  }

  private closeCell(): void {
    const { cell, record } = this;
    if (!cell) return;
    this.cell = null;
    const from = this.column;
    this.column += cell.times;
    if (cell.error) this.report(errorCell(this.row, from + 1, this.written));
    const value = cell.error ? '' : (cell.value ?? this.written);
    if (value.trim() === '') return;
    if (this.column > LIMITS.columns) throw tooManyColumns(this.fileName, this.column, this.row);
    while (record.length < from) record.push('');
    for (let time = 0; time < cell.times; time += 1) record.push(value);
  }

  private closeRow(): void {
    const { record, row, rowTimes } = this;
    this.row += rowTimes - 1;
    if (record.length === 0) return;
    if (this.row > LIMITS.rows)
      throw badFile(
        `${this.fileName} has more than ${count(LIMITS.rows)} rows, the most that can be read: row ${count(row)} alone comes ${count(rowTimes)} times. Save the table as CSV and look at it.`,
      );
    for (let time = 0; time < rowTimes; time += 1) {
      this.records.push(record);
      this.numbers.push(row + time);
    }
    this.record = [];
  }
}

function timesOf(text: string | undefined): number {
  const times = Number.parseInt(text ?? '1', 10);
  return Number.isInteger(times) && times > 0 ? Math.min(times, 20_000_000) : 1;
}

/** What a cell says by its type; `null`: what is written in it. */
function typedValue(attribute: Attribute): string | null {
  switch (attribute('office:value-type')) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const value = Number(attribute('office:value'));
      return Number.isFinite(value) ? shownNumber(value) : null;
    }
    case 'date':
      return attribute('office:date-value')?.replace(/T00:00:00(\.0+)?$/, '') ?? null;
    case 'time':
      return clockTime(attribute('office:time-value') ?? '');
    case 'boolean':
      return attribute('office:boolean-value') ?? null;
    case 'string':
      return attribute('office:string-value') ?? null;
    default:
      return null;
  }
}

/** `PT08H30M00S` → `08:30:00`; days and other forms stay as the cell shows them. */
function clockTime(text: string): string | null {
  const found = /^PT(\d{1,2})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(text);
  return found
    ? found
        .slice(1)
        .map((part) => part.padStart(2, '0'))
        .join(':')
    : null;
}
