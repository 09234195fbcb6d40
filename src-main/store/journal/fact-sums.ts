import { randomBytes } from 'node:crypto';
import { EMPTY_COLUMNS, type FactChange, type FactTable } from '../tables';

type Row = Readonly<Record<string, unknown>>;

/** Rows of a table are summed in as many parts, so that one that differs is sought in a small part only. */
const PARTS = 4096;

/** What the program works out again by itself, and so is not journaled. */
const WORKED_OUT: ReadonlySet<string> = new Set(['models.health']);

/** What cells of a column begin with. */
interface Column {
  readonly a: number;
  readonly b: number;
  readonly compared: boolean;
}

interface Table {
  readonly sums: { readonly a: Int32Array; readonly b: Int32Array };
  readonly columns: Map<string, Column>;
}

/** Texts begin otherwise than what is none. */
const TEXT = 0x5bd1e995;

const drawn = (): number => randomBytes(4).readInt32LE();

/**
 * Holds the rows of the fact tables against the changes of the journal without keeping either: every cell is hashed, what
 * changes put into a row is added, what they took out of it is subtracted, and so is what lies in the row now. Whatever the
 * order, the sums of a part are zero if its rows are what the journal says (a multiset hash). Two lanes of 32 bits under a key
 * drawn anew each time: nobody can prepare two values that look alike, and chance needs one in 2^64.
 */
export class FactSums {
  private readonly tables = new Map<FactTable, Table>();
  private readonly k0 = drawn();
  private readonly k1 = drawn();
  private readonly k2 = drawn();
  private readonly k3 = drawn();
  private a = 0;
  private b = 0;

  /** @param loose columns (`moves.reason`) that are not compared in this file */
  constructor(private readonly loose: ReadonlySet<string> = new Set()) {}

  /** What one entry did to one row. */
  change({ entity, entity_id: id, before, after }: FactChange): void {
    if (before !== null) this.cells(entity, id, parsed(before), -1);
    if (after !== null) this.cells(entity, id, parsed(after), 1);
  }

  /** A row as it lies in its table now. */
  row(table: FactTable, row: Row & { readonly id: string }): void {
    this.cells(table, row.id, row, -1);
  }

  /** The parts of a table of which rows are not what the journal says. */
  partsThatDiffer(table: FactTable): ReadonlySet<number> {
    const sums = this.tables.get(table)?.sums;
    const parts = new Set<number>();
    if (sums) for (let at = 0; at < PARTS; at += 1) if (sums.a[at] !== 0 || sums.b[at] !== 0) parts.add(at);
    return parts;
  }

  partOf(id: string): number {
    this.hash(id, 0, 0);
    return this.a & (PARTS - 1);
  }

  /** Whether a column of a table is compared. */
  compares(table: FactTable, column: string): boolean {
    const name = `${table}.${column}`;
    return !WORKED_OUT.has(name) && !this.loose.has(name);
  }

  private cells(entity: FactTable, id: string, row: Row, sign: 1 | -1): void {
    const empty: Row = EMPTY_COLUMNS[entity];
    const table = this.tables.get(entity) ?? this.begin(entity);
    const { sums, columns } = table;
    this.hash(id, 0, 0);
    const [rowA, rowB] = [this.a, this.b];
    const part = rowA & (PARTS - 1);
    let a = sums.a[part] ?? 0;
    let b = sums.b[part] ?? 0;
    for (const name in row) {
      const said = row[name];
      if (name in empty && empty[name] === said) continue;
      const column = columns.get(name) ?? this.column(entity, columns, name);
      if (!column.compared) continue;
      // The row's lanes and the column's begin the lanes of the cell; its kind tells 1 from '1'.
      if (typeof said === 'string')
        // A journal of before texts were kept whole holds halves of characters; the table holds what UTF-8 made of them.
        this.hash(
          said.isWellFormed() ? said : said.toWellFormed(),
          rowA ^ column.a ^ TEXT,
          Math.imul(rowB, 31) ^ column.b,
        );
      else this.hash(JSON.stringify(said), rowA ^ column.a, Math.imul(rowB, 31) ^ column.b);
      a = (a + sign * this.a) | 0;
      b = (b + sign * this.b) | 0;
    }
    sums.a[part] = a;
    sums.b[part] = b;
  }

  private begin(entity: FactTable): Table {
    const table = { sums: { a: new Int32Array(PARTS), b: new Int32Array(PARTS) }, columns: new Map<string, Column>() };
    this.tables.set(entity, table);
    return table;
  }

  private column(entity: FactTable, columns: Map<string, Column>, name: string): Column {
    this.hash(name, 1, 1);
    const column = { a: this.a, b: this.b, compared: this.compares(entity, name) };
    columns.set(name, column);
    return column;
  }

  /** Leaves two lanes of a text in `a` and `b`: multiplied through letter by letter, then mixed with the key once more. */
  private hash(text: string, beginA: number, beginB: number): void {
    const { k0, k1, k2, k3 } = this;
    let a = k0 ^ beginA;
    let b = k1 ^ beginB;
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      a = Math.imul((a ^ letter) + k2, 0x2c1b3c6d);
      a ^= a >>> 15;
      b = Math.imul((b ^ letter) + k3, 0x297a2d39);
      b ^= b >>> 13;
    }
    this.a = finished(a ^ k3);
    this.b = finished(b ^ k2);
  }
}

function finished(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}

/** The hash chain has proved that this program wrote the text. */
const parsed = (image: string): Row => JSON.parse(image) as Row;
