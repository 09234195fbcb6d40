/** What lies in the tables of the file, for people. */
const WORDS: readonly (readonly [start: string, words: string])[] = [
  ['journal', 'the journal'],
  ['drift_', 'drift results'],
  ['retraining', 'retraining'],
  ['incident', 'incidents'],
  ['assessment', 'assessments'],
  ['vendor', 'assessments'],
  ['scenario', 'investment plans'],
  ['import', 'imports'],
  ['source', 'imports'],
  ['model_sources', 'imports'],
];

export function damagedWords(tables: readonly string[]): string {
  const words = tables.map(
    (table) => WORDS.find(([start]) => table.startsWith(start))?.[1] ?? table.replaceAll('_', ' '),
  );
  return [...new Set(words)].join(', ');
}
