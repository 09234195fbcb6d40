import { badFile } from '../failures';
import { count, LIMITS } from '../limits';
import type { MergedRange } from '../table';

export interface PageTable {
  readonly records: string[][];
  readonly merges: MergedRange[];
}

/** A table that is being read; tables may stand in cells of others. */
interface Open extends PageTable {
  /** Columns that cells of rows above reach down to: index → last row. */
  readonly taken: Map<number, number>;
  column: number;
  cell: string | null;
}

const BREAKS = new Set(['br', 'p', 'div', 'li']);
const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);
/** Tables inside tables, so deep. */
const DEEPEST = 16;
/** Cells that a cell may stand for, one way. */
const WIDEST_SPAN = 10_000;

/** Takes the tags and texts of a page and keeps its tables; methods as `htmlparser2` calls them. */
export class TableCollector {
  readonly tables: PageTable[] = [];
  private readonly open: Open[] = [];
  private unseen = 0;

  constructor(private readonly fileName: string) {}

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (UNSEEN.has(name)) this.unseen += 1;
    const table = this.open.at(-1);
    if (name === 'table') this.openTable();
    else if (!table) return;
    else if (name === 'tr') this.openRow(table);
    else if (name === 'td' || name === 'th') this.openCell(table, attributes);
    else if (BREAKS.has(name) && table.cell !== null && table.cell.trim() !== '') table.cell += '\n';
  }

  ontext(text: string): void {
    const table = this.open.at(-1);
    if (this.unseen === 0 && table && table.cell !== null) table.cell += text.replace(/\s+/g, ' ');
  }

  onclosetag(name: string): void {
    if (UNSEEN.has(name)) this.unseen = Math.max(0, this.unseen - 1);
    const table = this.open.at(-1);
    if (!table) return;
    if (name === 'td' || name === 'th') this.closeCell(table);
    else if (name === 'tr') this.closeCell(table);
    else if (name === 'table') {
      this.closeCell(table);
      this.open.pop();
    }
  }

  private openTable(): void {
    if (this.open.length >= DEEPEST || this.tables.length >= LIMITS.sheets)
      throw badFile(
        `${this.fileName} holds too many tables in one another. Copy the one that is needed into a spreadsheet.`,
      );
    const table: Open = { records: [], merges: [], taken: new Map(), column: 0, cell: null };
    this.open.push(table);
    this.tables.push(table);
  }

  private openRow(table: Open): void {
    this.closeCell(table);
    table.records.push([]);
    table.column = 0;
    if (table.records.length > LIMITS.rows) throw this.tooMuch(`${count(LIMITS.rows)} rows`);
  }

  private openCell(table: Open, attributes: Readonly<Record<string, string>>): void {
    this.closeCell(table);
    if (table.records.length === 0) this.openRow(table);
    const row = table.records.length;
    while ((table.taken.get(table.column) ?? 0) >= row) table.column += 1;
    const [across, down] = [spanOf(attributes.colspan), spanOf(attributes.rowspan)];
    const left = table.column;
    const right = left + across - 1;
    if (right >= LIMITS.columns) throw this.tooMuch(`${count(LIMITS.columns)} columns`);
    if (across > 1 || down > 1) table.merges.push({ top: row, bottom: row + down - 1, left, right });
    if (down > 1) for (let column = left; column <= right; column += 1) table.taken.set(column, row + down - 1);
    table.column = right + 1;
    const record = table.records.at(-1) ?? [];
    while (record.length < left) record.push('');
    record.push('');
    table.cell = '';
  }

  private closeCell(table: Open): void {
    if (table.cell === null) return;
    const record = table.records.at(-1);
    if (table.cell.length > LIMITS.cell) throw this.tooMuch(`${count(LIMITS.cell)} characters in a cell`);
    if (record) record[record.length - 1] = table.cell.replace(/ ?\n ?/g, '\n').trim();
    table.cell = null;
  }

  private tooMuch(what: string): Error {
    return badFile(`${this.fileName} has more than ${what}, the most that can be read. Save its table as CSV or XLSX.`);
  }
}

function spanOf(text: string | undefined): number {
  const span = Number.parseInt(text ?? '1', 10);
  return Number.isInteger(span) && span > 0 ? Math.min(span, WIDEST_SPAN) : 1;
}
