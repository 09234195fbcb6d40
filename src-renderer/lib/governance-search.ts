import { isDay } from './search-parts';

/** Which text the portfolio is held against, on which day, and which of its lines is open. */
export interface GovernanceSearch {
  /** A line of rule packs; left out: the first that applies to somebody. */
  readonly pack?: string;
  /** Left out: today. */
  readonly at?: string;
  readonly line?: string;
  /** Texts that stand beside it, one after another with a comma between. */
  readonly beside?: string;
}

// A line such as 15 is a number to the reader of addresses.
const nameIn = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[A-Za-z0-9@._ -]{1,80}$/.test(text) ? text : undefined;
};

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readGovernanceSearch({ pack, at, line, beside }: Readonly<Record<string, unknown>>): GovernanceSearch {
  const [named, open] = [nameIn(pack), nameIn(line)];
  return {
    ...(named !== undefined && { pack: named }),
    ...(isDay(at) && { at }),
    ...(open !== undefined && { line: open }),
    ...(typeof beside === 'string' && /^[a-z0-9@,-]{0,400}$/.test(beside) && { beside }),
  };
}
