import { type Dated, isBefore } from '../../base/period';
import { STAGES, type Stage } from '../../vocabulary';
import type { KnownMove, ToldMove } from './told';
import { compareVersions, isNumbered } from './version-order';

/** The order of the lifecycle. */
export const rank = (stage: Stage): number => STAGES.indexOf(stage);

/** A move of ours, or one that was added before; the latter has no id. */
export interface Held {
  readonly to: Stage;
  when: Dated | null;
  version: string;
  readonly known: KnownMove | null;
}

/** Versions are the same whatever their case. */
export const versionKey = (version: string): string => version.trim().toLowerCase();

/** The day of a move that is known to the day. */
const exactDay = (when: Dated | null): string | null => (when?.precision === 'day' ? when.at.slice(0, 10) : null);

export const isLater = (move: ToldMove, held: Held): boolean =>
  move.when !== null && held.when !== null && isBefore(held.when, move.when);

export const isEarlier = (move: ToldMove, held: Held): boolean =>
  move.when !== null && held.when !== null && isBefore(move.when, held.when);

/** A history that grows: known moves in their order, and between them what is added. */
export class HistoryLine {
  readonly moves: Held[];
  /** The releases of each version: one that was rolled back to went live more than once. */
  private readonly releases = new Map<string, Held[]>();
  /** Releases of ours that have a name and a day. */
  private readonly onDay = new Map<string, Held[]>();
  private readonly nameless = new Set<Held>();
  releaseCount = 0;

  constructor(known: readonly KnownMove[]) {
    this.moves = known.map((move) => ({ to: move.to, when: move.when, version: move.version, known: move }));
    for (const held of this.moves) this.note(held);
  }

  releasesOf(version: string): readonly Held[] {
    return this.releases.get(versionKey(version)) ?? [];
  }

  /** Releases of ours of other versions that lie between a move and a day. */
  othersBetween(held: Held, when: Dated): readonly Held[] {
    const at = this.moves.indexOf(held);
    const day = this.datedPlace(when, 'deployed');
    const between = this.moves.slice(Math.min(at + 1, day), Math.max(at, day));
    return between.filter(({ to, version }) => to === 'deployed' && versionKey(version) !== versionKey(held.version));
  }

  /** Releases of ours on the day of `when`, which have a name. */
  namedOn(when: Dated | null): readonly Held[] {
    return this.onDay.get(exactDay(when) ?? '') ?? [];
  }

  /** Releases of ours that nobody named. */
  unnamed(): readonly Held[] {
    return [...this.nameless];
  }

  private note(held: Held): void {
    if (held.to !== 'deployed') return;
    this.releaseCount += 1;
    this.find(held);
  }

  private find(held: Held): void {
    if (held.version === '') this.nameless.add(held);
    else if (!this.releasesOf(held.version).includes(held))
      this.releases.set(versionKey(held.version), [...this.releasesOf(held.version), held]);
    const day = exactDay(held.when);
    if (held.known && held.version !== '' && day) this.onDay.set(day, [...(this.onDay.get(day) ?? []), held]);
  }

  /** Gives a held move another day or version. */
  refine(held: Held, when: Dated | null, version: string | null): void {
    this.nameless.delete(held);
    if (version !== null)
      this.releases.set(
        versionKey(held.version),
        this.releasesOf(held.version).filter((one) => one !== held),
      );
    const day = exactDay(held.when);
    if (day)
      this.onDay.set(
        day,
        this.namedOn(held.when).filter((one) => one !== held),
      );
    held.when = when ?? held.when;
    held.version = version ?? held.version;
    if (held.to === 'deployed') this.find(held);
  }

  get last(): Held | undefined {
    return this.moves.at(-1);
  }

  get lastDated(): Held | undefined {
    return this.moves.findLast((held) => held.when !== null);
  }

  get lastKnown(): KnownMove | undefined {
    return this.moves.findLast((held) => held.known !== null)?.known ?? undefined;
  }

  heldOf(stage: Stage, from = 0): readonly Held[] {
    return this.moves.filter(({ to }, index) => to === stage && index >= from);
  }

  /** Whether a held move keeps its place when its day is `when`. */
  mayStand(held: Held, when: Dated): boolean {
    const at = this.moves.indexOf(held);
    const before = this.moves.slice(0, at).findLast((one) => one.when !== null)?.when;
    const after = this.moves.slice(at + 1).find((one) => one.when !== null)?.when;
    return !(before && isBefore(when, before)) && !(after && isBefore(after, when));
  }

  /** A neighbour that would have to come on the other side: the day is wrong, or the stage is. */
  outOfOrder(index: number, move: ToldMove): KnownMove | null {
    const [before, after] = [this.moves[index - 1], this.moves[index]];
    if (before && move.to === 'deployed' && before.to === 'retired') return before.known;
    if (before && move.to !== 'deployed' && rank(before.to) > rank(move.to)) return before.known;
    // A first deployment comes behind the development; a later release may lie before the next one's.
    const later = move.to === 'deployed' && this.moves.slice(0, index).some((held) => held.to === 'deployed');
    if (after && !later && rank(after.to) < rank(move.to)) return after.known;
    return null;
  }

  /** Behind the last move that is not later, and behind the undated ones that follow it in the order of stages. */
  datedPlace(when: Dated, to: Stage, least = 0): number {
    const precedes = (held: Held): boolean => {
      if (held.when === null || isBefore(when, held.when)) return false;
      return isBefore(held.when, when) || rank(held.to) < rank(to) || (held.to === to && held.when.at <= when.at);
    };
    let index = Math.max(least, this.moves.findLastIndex(precedes) + 1);
    while (this.moves[index]?.when === null && rank(this.moves[index]?.to ?? to) < rank(to)) index += 1;
    return index;
  }

  /** A new version of a model that is watched is watched as well, unless the file says that it is not. */
  keepWatching(): void {
    const [before, last] = this.moves.slice(-2);
    if (!before || !last || last.known || last.to !== 'deployed') return;
    const watched = this.moves.findLast((held) => held.to !== 'deployed' && held.to !== 'retraining');
    const inUse = before.to === 'monitored' || before.to === 'retraining' || before.to === 'deployed';
    if (inUse && watched?.to === 'monitored')
      this.moves.push({ to: 'monitored', when: null, version: '', known: null });
  }

  /** In front of the first release that is not earlier than a day. */
  placeBefore(when: Dated): number {
    const index = this.moves.findIndex((held) => held.to === 'deployed' && held.when && !isBefore(held.when, when));
    return index < 0 ? this.datedPlace(when, 'deployed') : index;
  }

  /** In front of the first release with a higher number, for a version that nothing else places. */
  numberedPlace(version: string): number | null {
    if (!isNumbered(version)) return null;
    const index = this.moves.findIndex(
      (held) => held.to === 'deployed' && isNumbered(held.version) && compareVersions(version, held.version) < 0,
    );
    return index < 0 ? null : index;
  }

  firstLater(when: Dated): number {
    return this.moves.findIndex((held) => held.when !== null && isBefore(when, held.when));
  }

  insert(index: number, move: ToldMove): Held {
    const held: Held = { to: move.to, when: move.when, version: move.version, known: null };
    this.moves.splice(index, 0, held);
    this.note(held);
    return held;
  }
}
