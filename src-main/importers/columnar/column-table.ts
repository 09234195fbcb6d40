import type { DateOrder } from '#domain/base/typed-date';
import type { ColumnSample } from '#domain/drift/column-sample';
import { DomainError } from '../../failure/domain-error';
import { badFile } from '../tabular/failures';

/** Only rows whose date lies in the range, both ends in it; milliseconds since 1970. */
export interface RowFilter {
  readonly column: string;
  readonly from: number;
  readonly to: number;
  /** `null`: found from the dates themselves. */
  readonly order: DateOrder | null;
}

export interface ReadColumns {
  /** All when left out. A name that the file does not have is left out, as it may be a column of the other side. */
  readonly columns?: readonly string[] | undefined;
  readonly filter?: RowFilter | undefined;
  /** Of a CSV file: 'auto' or a WHATWG label. */
  readonly encoding?: string | undefined;
  /** 'auto': a comma where the cells are separated by something else and only commas are met. */
  readonly decimal?: '.' | ',' | 'auto' | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A table as columns, with no more kept of each than figures need. */
export interface ColumnTable {
  readonly fileName: string;
  /** WHATWG label of a CSV file's encoding; '' for Parquet. */
  readonly encoding: string;
  /** Names of all columns of the file, in its order. */
  readonly labels: readonly string[];
  /** Rows that were taken. */
  readonly rows: number;
  readonly columns: ReadonlyMap<string, ColumnSample>;
}

/** Places of the wanted columns among the labels. */
export function wantedPlaces(labels: readonly string[], wanted: readonly string[] | undefined): number[] {
  const names = wanted && new Set(wanted);
  return labels.flatMap((label, place) => (!names || names.has(label) ? [place] : []));
}

export function placeOfDate(fileName: string, labels: readonly string[], column: string): number {
  const place = labels.indexOf(column);
  if (place < 0) throw badFile(`${fileName} has no column “${column}” to take the dates from. Choose another column.`);
  return place;
}

/** Whether a date lies in the range; rows without a date are in no range. Remembers texts, since days repeat. */
export function dateTest(filter: RowFilter, read: (text: string) => number): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    let inside = known.get(text);
    if (inside === undefined) {
      const at = read(text.trim());
      inside = at >= filter.from && at <= filter.to;
      if (known.size < 100_000) known.set(text, inside);
    }
    return inside;
  };
}

/** The one order that fits all dates of the file. */
export function certainOrder(fileName: string, column: string, orders: readonly DateOrder[], dates: number): DateOrder {
  const [order, other] = orders;
  if (dates === 0) {
    throw badFile(`The column “${column}” of ${fileName} has no dates such as 2024-05-31. Choose another column.`);
  }
  if (!order) {
    throw badFile(
      `The dates in the column “${column}” of ${fileName} fit no single order of day and month. Correct them, or choose another column.`,
    );
  }
  if (other) {
    throw new DomainError(
      'invalid_input',
      `The dates in the column “${column}” of ${fileName} may be read as day and month or as month and day. Say which.`,
    );
  }
  return order;
}
