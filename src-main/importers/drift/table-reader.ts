import type { DriftMapping } from '#contract/drift/import';
import type { DriftReading, ReadFacts } from './reading';

export interface TableRules {
  readonly fileName: string;
  readonly mapping: DriftMapping;
}

/** Turns the rows of a table, as they come, into points. */
export interface TableReader {
  /** @returns which field each column holds, where that is for a person to say */
  header(labels: readonly string[]): DriftReading['fields'];
  row(cells: readonly string[], row: number): void;
  end(): void;
  facts(): ReadFacts;
}
