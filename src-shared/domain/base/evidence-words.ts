import { counted } from './wording';

/** What the verification of a file of evidence found, in sentences. */
export interface EvidenceFound {
  readonly fault: {
    readonly line: number;
    readonly toLine: number;
    readonly entry: number | null;
    readonly what: string;
  } | null;
  readonly entries: number;
  readonly from: number;
  readonly to: number;
  /** Of the portfolio's rows when the file was written: how many cells were not what the journal says. */
  readonly differences: number;
}

/** `All 12 entries (35 to 46) are as they were written …`, or what is not and where. */
export function evidenceVerdict({ fault, entries, from, to, differences }: EvidenceFound): string {
  if (fault === null) {
    const range = from === to ? `Entry ${from} is` : `All ${entries} entries (${from} to ${to}) are`;
    const facts =
      differences === 0
        ? ''
        : ` When it was written, ${counted(differences, 'value')} of the portfolio ${differences === 1 ? 'was' : 'were'} not what its journal says.`;
    return `${range} as ${from === to ? 'it was' : 'they were'} written, and the signature holds.${facts}`;
  }
  const { line, toLine, entry, what } = fault;
  const lines = line === toLine ? `line ${line}` : `lines ${line} to ${toLine}`;
  const where = entry === null ? `Line ${line}` : `Entry ${entry} (${lines})`;
  return `${where} ${what}. This file is no evidence; ask for it again.`;
}
