/** What fuzzing found that no reader had foreseen: each is made again from its seed, and tried with every test. */
export const FOUND: readonly { readonly base: string; readonly seed: number; readonly what: string }[] = [
  { base: 'template', seed: 7, what: 'what a template is parsed to holds functions, which cross to no other thread' },
  { base: 'parquet snappy', seed: 85, what: 'a column that is never done' },
  { base: 'parquet snappy', seed: 150, what: 'a column that is never done' },
  { base: 'parquet snappy', seed: 277, what: 'a column that is never done' },
  { base: 'evidently sqlite', seed: 219, what: 'a table of a database without a column that it has to have' },
];
