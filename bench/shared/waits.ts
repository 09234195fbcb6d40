/** One edit: when it was begun (ms since 1970), how long its author waited, and what he was told where it was not done. */
export interface Wait {
  readonly at: number;
  readonly ms: number;
  readonly refused: string | null;
}

export const share = (values: readonly number[], of: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))] ?? Number.NaN;

/** A line of a table in Markdown: how many, median, 95 %, longest. */
export function waitsLine(what: string, waits: readonly Wait[]): string {
  const done = waits.filter(({ refused }) => refused === null).map(({ ms }) => ms);
  const refused = waits.length - done.length;
  const cells = [0.5, 0.95, 1].map((of) => (done.length === 0 ? 'none' : share(done, of).toFixed(0)));
  return `| ${[what, done.length, refused, ...cells].join(' | ')} |`;
}

export const WAITS_HEAD =
  '| edits | done | refused | median, ms | 95 %, ms | longest, ms |\n|---|---:|---:|---:|---:|---:|';
