/** What a table may be at most; beyond it a file is refused with a sentence, before it fills the memory. */
export const LIMITS = {
  fileBytes: 512 * 1024 * 1024,
  columns: 2_000,
  rows: 2_000_000,
  /** Characters of one cell. */
  cell: 1024 * 1024,
  /** Characters of one record of a CSV file, all its cells together. */
  record: 4_000_000,
  zipEntries: 10_000,
  /** Bytes of all entries of an archive together, unpacked. */
  zipBytes: 1024 * 1024 * 1024,
  /** Unpacked to packed size of an entry of more than `zipRatioFrom` bytes. */
  zipRatio: 200,
  zipRatioFrom: 1024 * 1024,
  /** Problems that one table reports about itself. */
  problems: 5_000,
} as const;

/** A number for a sentence: 2,000,000. */
export const count = (value: number): string => value.toLocaleString('en-US');
