/** `null`: anything may have changed. */
type Changed = readonly string[] | null;

/**
 * True when an answer that rests on `reads` may be another one after `changed` (contract/define.ts, contract/events.ts say
 * what the words mean). Of what an unknown answer rests on, everything may have changed.
 */
export const isStale = (reads: ReadonlySet<string> | undefined, changed: Changed): boolean =>
  reads === undefined || changed === null || changed.some((source) => reads.has(source) || reads.has(allOf(source)));

/** `models.tier` → `models.*`; whoever reads any column of a table also rests on which rows there are: `models`. */
const allOf = (source: string): string => source.replace(/\..*$/, '.*');

/** When each source changed last, by the count of changes: to see what happened while an answer was on its way. */
export class ChangeLog {
  private count = 0;
  private everything = 0;
  private readonly last = new Map<string, number>();

  note(changed: Changed): void {
    this.count += 1;
    if (changed === null) this.everything = this.count;
    else for (const source of changed) this.last.set(source, this.count);
  }

  /** Now, to be asked about later. */
  mark(): number {
    return this.count;
  }

  /** True when what an answer rests on may have changed after the mark. */
  changedSince(mark: number, reads: ReadonlySet<string> | undefined): boolean {
    if (this.count === mark) return false;
    if (this.everything > mark) return true;
    const later = [...this.last].filter(([, count]) => count > mark).map(([source]) => source);
    return isStale(reads, later);
  }
}
