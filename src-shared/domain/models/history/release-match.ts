import { type Dated, isBefore, mayAgree } from '../../base/period';
import { type Held, type HistoryLine, versionKey } from './line';
import type { Told, ToldMove } from './told';

/** Finds the release of ours that a file tells of. A version that was rolled back to has several. */
export class ReleaseMatch {
  private readonly toldTimes = new Map<string, ToldMove[]>();
  /** Releases that the file has told of so far: what it tells of their versions again is another time. */
  private readonly met = new Set<Held>();

  constructor(
    private readonly line: HistoryLine,
    private readonly told: Told,
  ) {
    for (const move of told.moves) {
      const times = this.toldTimes.get(versionKey(move.version));
      if (times) times.push(move);
      else this.toldTimes.set(versionKey(move.version), [move]);
    }
  }

  meet(release: Held): void {
    this.met.add(release);
  }

  tells(version: string): boolean {
    return this.toldTimes.has(versionKey(version));
  }

  /** The latest release that has a name. */
  latest(): Held | undefined {
    return this.line.heldOf('deployed').findLast((held) => held.version !== '');
  }

  /**
   * `undefined`: we hold none of the version, or it went live again. That is so where its day lies beyond releases of other
   * versions, unless a file tells of those and of this one only once: then it may as well have another day for the one that we
   * hold, and somebody has to say.
   */
  find({ version, when }: ToldMove): Held | undefined {
    const held = this.line.releasesOf(version);
    const free = held.filter((one) => !this.met.has(one));
    const present = this.told.kind === 'present';
    if (when === null) {
      const live = present ? this.latest() : undefined;
      return held.find((one) => one === live) ?? free[0] ?? held[0];
    }
    const agreeing = free.find((one) => one.when && mayAgree(one.when, when));
    if (agreeing) return agreeing;
    const times = this.toldTimes.get(versionKey(version)) ?? [];
    // What agrees with another row of the file is that one; beyond another version of the file it is hardly the same.
    const open = free.filter((one) => !times.some((time) => time.when && one.when && mayAgree(time.when, one.when)));
    const near = open.filter((one) => !this.tellsBetween(version, when, one.when));
    const found = near.find((one) => one.when === null) ?? near.find((one) => this.line.mayStand(one, when));
    const [first] = times.length > 1 ? near : open;
    if (found || !first || present) return found;
    const between = this.line.othersBetween(first, when);
    const toldBetween = between.some((one) => this.tells(one.version));
    return between.length > 0 && (!toldBetween || times.length > 1) ? undefined : first;
  }

  /** Whether the file has another version go live between two days. */
  private tellsBetween(version: string, a: Dated, b: Dated | null): boolean {
    if (b === null) return false;
    const [from, to] = isBefore(a, b) ? [a, b] : [b, a];
    return this.told.moves.some(
      (one) =>
        one.when &&
        versionKey(one.version) !== versionKey(version) &&
        isBefore(from, one.when) &&
        isBefore(one.when, to),
    );
  }
}
