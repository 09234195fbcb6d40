/** What a table may be at most; beyond it a file is refused with a sentence, before it fills the memory. */
export const LIMITS = {
  /** Of a file that has to be held in memory: workbooks, archives, and tables that are read whole. */
  fileBytes: 512 * 1024 * 1024,
  columns: 2_000,
  /** Of a table that is held in memory as a whole; one that streams by may have more. */
  rows: 2_000_000,
  /** Characters of one cell. */
  cell: 1024 * 1024,
  /** Characters of one record of a CSV file, all its cells together; of one object of JSON. */
  record: 4_000_000,
  zipEntries: 10_000,
  /** Bytes of all entries of an archive together, unpacked. */
  zipBytes: 1024 * 1024 * 1024,
  /** Unpacked to packed size of an entry of more than `zipRatioFrom` bytes. */
  zipRatio: 200,
  zipRatioFrom: 1024 * 1024,
  /** Problems that one table reports about itself. */
  problems: 5_000,
  /** Objects and lists inside one another in JSON. */
  jsonDepth: 64,
  /** Worksheets, lists of a JSON file, tables of a web page that a person may choose among. */
  sheets: 1_000,
  /** Merged ranges of one worksheet. */
  merges: 100_000,
  /** Characters of a web page that a table is looked for in. */
  pageCharacters: 64 * 1024 * 1024,
} as const;

/** A number for a sentence: 2,000,000. */
export const count = (value: number): string => value.toLocaleString('en-US');
