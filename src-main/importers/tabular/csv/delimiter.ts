import Papa from 'papaparse';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Characters that are enough to tell. */
const SAMPLE = 65_536;

export const isDelimiter = (text: string): text is Delimiter => DELIMITERS.some((known) => known === text);

/** Excel's first line `sep=;`: the delimiter, and the text behind that line. */
export function readSeparatorLine(text: string): { delimiter: Delimiter; rest: string } | null {
  const match = /^"?sep=(.)"?[^\S\n\t]*\n/i.exec(text);
  const delimiter = match?.[1] ?? '';
  return match && isDelimiter(delimiter) ? { delimiter, rest: text.slice(match[0].length) } : null;
}

/** What was asked for, else what the file declares, else what fits its beginning. */
export function chooseDelimiter(wanted: 'auto' | Delimiter, declared: string | undefined, text: string): string {
  if (wanted !== 'auto') return wanted;
  return declared ?? findDelimiter(text.slice(0, SAMPLE));
}

/** The delimiter under which the first records agree best on their number of cells; a comma when none does. */
export function findDelimiter(start: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = agreement(start, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Share of records with the commonest number of cells, a little in favour of more cells; 0 for a single column. */
function agreement(start: string, delimiter: Delimiter): number {
  const { data, errors } = Papa.parse<string[]>(start, { delimiter, newline: '\n', skipEmptyLines: 'greedy' });
  // The sample is cut anywhere: its last record says nothing, unless it is the only one.
  const records = data.length > 2 ? data.slice(0, -1) : data;
  const sizes = new Map<number, number>();
  for (const record of records) sizes.set(record.length, (sizes.get(record.length) ?? 0) + 1);
  const commonest = [...sizes].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0]);
  const [cells, times] = commonest;
  if (cells < 2) return 0;
  const quotes = errors.filter((error) => error.code === 'InvalidQuotes').length;
  return (times / records.length) * (1 + Math.log10(cells) / 10) * (1 - Math.min(0.9, quotes / records.length));
}
