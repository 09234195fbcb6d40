import { type Dated, isFiner, mayAgree } from '../../base/period';
import type { Stage } from '../../vocabulary';
import { type Held, HistoryLine, isEarlier, isLater, rank, versionKey } from './line';
import { ReleaseMatch } from './release-match';
import type {
  AddedMove,
  ContradictedMove,
  ContradictionKind,
  Decision,
  HistoryMerge,
  KnownMove,
  RefinedMove,
  Told,
  ToldMove,
} from './told';

/**
 * What a file adds to the history of a model; nothing is ever taken away. A move that we hold is kept, one that we hold
 * less exactly is refined, one that fits is added in its place, and one that disagrees is shown and changes nothing. Where
 * a row of an inventory disagrees about where the model stands, none of its moves is taken.
 *
 * Merging the same told moves again, after the additions were made, adds and refines nothing (a property of the tests).
 *
 * @param known the model's moves in their order; undated ones stay behind their predecessor. Empty: a model without any.
 * @param told earliest first; in `present` no stage occurs twice
 * @param decide who is right about a kind of contradiction. `file`: its stage becomes a further move, its day and its
 *   version take the place of ours, or a day beyond other versions a release of its own; a day that does not fit its neighbours
 *   (`order`) and a version that came before ours (`older_release`) can only be left out
 */
export function mergeHistory(
  known: readonly KnownMove[],
  told: Told,
  decide: (kind: ContradictionKind, told: ToldMove) => Decision = () => 'ask',
): HistoryMerge {
  const merge = new Merging(known, told, decide);
  for (const index of told.moves.keys()) merge.take(index);
  return merge.result();
}

/** Contradictions about where the model stands, not about one figure of a move. */
const WHOLE_ROW: readonly ContradictionKind[] = ['stage', 'order', 'older_release'];

type Outcome = 'kept' | 'refined' | 'added' | 'contradicted';

class Merging {
  private readonly line: HistoryLine;
  private readonly releases: ReleaseMatch;
  private readonly refined = new Map<string, RefinedMove>();
  private readonly contradicted: ContradictedMove[] = [];
  private readonly met = new Set<KnownMove>();
  private kept = 0;
  /** Place of the move that is taken now among those told. */
  private at = 0;
  /** The release that the file told of last: what it tells next happened behind it. */
  private release: Held | null = null;

  constructor(
    known: readonly KnownMove[],
    private readonly told: Told,
    private readonly decide: (kind: ContradictionKind, told: ToldMove) => Decision,
  ) {
    this.line = new HistoryLine(known);
    this.releases = new ReleaseMatch(this.line, told);
  }

  take(index: number): void {
    const move = this.told.moves[index];
    if (!move) return;
    this.at = index;
    const present = index === this.told.moves.length - 1 && this.told.kind === 'present';
    if (this.outcomeOf(move, present) === 'kept') this.kept += 1;
  }

  private outcomeOf(move: ToldMove, present: boolean): Outcome {
    if (move.to === 'deployed' && move.version !== '') return this.takeRelease(move, present);
    return present ? this.takePresent(move) : this.takeStage(move);
  }

  /** A release is known by its version; the stage `deployed` may be entered as often as there are versions. */
  private takeRelease(move: ToldMove, present: boolean): Outcome {
    const ours = this.line.last;
    // Looked for only here: it lies before all that was added, of which a history of versions has thousands.
    const known = present && ours?.to === 'retired' ? this.line.lastKnown : undefined;
    if (known) return this.contradict('stage', move, known);
    const same = this.releases.find(move);
    if (same) {
      const live = this.told.kind === 'present' ? this.releases.latest() : undefined;
      const older = live && versionKey(live.version) !== versionKey(move.version);
      if (older && live.known) return this.contradict('older_release', move, live.known);
      this.meet(same);
      return this.agree(move, same);
    }
    const day = this.line.namedOn(move.when).find((held) => !this.releases.tells(held.version));
    if (day?.known) return this.contradict('version', move, day.known);
    const unnamed = this.line.unnamed().find((held) => this.mayName(held, move));
    if (unnamed) {
      this.meet(unnamed);
      return this.agree(move, unnamed);
    }
    if (this.told.kind === 'present') {
      const live = this.line.heldOf('deployed').at(-1);
      if (live?.known && isEarlier(move, live)) return this.contradict('older_release', move, live.known);
      if (present && ours && rank(ours.to) < rank('deployed')) return this.placeLast(move);
    }
    return this.place(move);
  }

  private meet(release: Held): void {
    this.release = release;
    this.releases.meet(release);
  }

  private takeStage(move: ToldMove): Outcome {
    const held = this.bestOf(move);
    if (held && move.to === 'deployed') this.meet(held);
    if (held) return this.agree(move, held);
    // Without a day it says no more than that the model passed here once: what stands behind it says as much.
    const passed = move.when === null && this.line.moves.some((one) => rank(one.to) > rank(move.to));
    return passed ? 'kept' : this.place(move);
  }

  /** Where the file says that the model stands now. */
  private takePresent(move: ToldMove): Outcome {
    const ours = this.line.last;
    const held = this.bestOf(move);
    if (ours && (ours.to === move.to || isLessExact(move.to, ours.to, this.told))) {
      return held && (ours.to === move.to || move.when) ? this.agree(move, held) : 'kept';
    }
    const known = this.line.lastKnown;
    const back = ours && rank(move.to) < rank(ours.to);
    // A stage that we know the model to have left, and no later day: the file says what was before.
    const left = ours && held && !(move.when && isLater(move, held.when ? held : ours));
    if (known && (back || left)) return this.contradict('stage', move, known);
    return this.placeLast(move);
  }

  private agree(move: ToldMove, held: Held): Outcome {
    const { known } = held;
    if (!known) return 'kept';
    this.met.add(known);
    if (move.when && held.when && !mayAgree(move.when, held.when)) return this.contradict('date', move, known);
    const finer = move.when && (held.when === null || isFiner(move.when, held.when)) ? move.when : null;
    if (finer && !this.line.mayStand(held, finer)) return this.contradict('order', move, known);
    const version = held.version === '' && move.version !== '' ? move.version : null;
    if (!finer && version === null) return 'kept';
    this.refine(known, held, finer, version);
    return 'refined';
  }

  /** Where the model stands now comes behind all that we hold; an earlier day than that cannot be. */
  private placeLast(move: ToldMove): Outcome {
    const latest = this.line.lastDated;
    if (latest?.known && isEarlier(move, latest)) return this.contradict('order', move, latest.known);
    return this.insert(this.line.moves.length, move);
  }

  /** Puts a move in by its day; without one behind all that it can follow. */
  private place(move: ToldMove): Outcome {
    const index =
      move.when === null ? this.undatedPlace(move) : this.line.datedPlace(move.when, move.to, this.least(move.when));
    const misplaced = this.told.kind === 'present' ? this.line.outOfOrder(index, move) : null;
    if (misplaced) return this.contradict('order', move, misplaced);
    return this.insert(index, move);
  }

  private insert(index: number, move: ToldMove): Outcome {
    const held = this.line.insert(index, move);
    if (move.to === 'deployed') this.meet(held);
    return 'added';
  }

  /** What a row tells behind a release happened behind it; where the releases have days, those say it. */
  private least(when: Dated): number {
    if (!this.release) return 0;
    const behind = this.line.moves.indexOf(this.release) + 1;
    if (this.told.kind === 'present') return behind;
    if (this.release.when !== null) return 0;
    const later = this.line.firstLater(when);
    return later < 0 ? behind : Math.min(behind, later);
  }

  /** In front of the first release behind it that has its place: what a version history tells first was there first. */
  private placeOfFirst(version: string): number | null {
    for (const next of this.told.moves.slice(this.at + 1)) {
      const held = this.releases.find(next);
      if (held) return this.line.moves.indexOf(held);
      if (next.when) return this.line.placeBefore(next.when);
    }
    return this.line.numberedPlace(version);
  }

  private undatedPlace(move: ToldMove): number {
    if (this.told.kind === 'past' && this.release) return this.line.moves.indexOf(this.release) + 1;
    const first = this.told.kind === 'past' ? this.placeOfFirst(move.version) : null;
    if (first !== null) return first;
    // Where the model stands now is behind all else; a retirement stays last.
    return move.to !== 'retired' && this.line.last?.to === 'retired'
      ? this.line.moves.length - 1
      : this.line.moves.length;
  }

  /** Of several moves into one stage the one whose day agrees, else the last undated that nothing has met, else the last. */
  private bestOf(move: ToldMove): Held | undefined {
    const from = this.release ? this.line.moves.indexOf(this.release) : 0;
    const held = this.line.heldOf(move.to, from);
    const agreeing = held.find(({ when }) => when && move.when && mayAgree(when, move.when));
    return agreeing ?? held.findLast((one) => one.when === null && !this.isMet(one)) ?? held.at(-1);
  }

  /** Whether a release that nobody named may be the one that the file names: the days agree, or it is the only one. */
  private mayName(held: Held, move: ToldMove): boolean {
    if (this.isMet(held)) return false;
    if (held.when && move.when) return mayAgree(held.when, move.when);
    if (this.line.releaseCount !== 1) return false;
    if (move.when !== null) return this.line.mayStand(held, move.when);
    // Of several versions of a history without days, none is the one that we hold the day of.
    return this.told.kind === 'present' || held.when === null || this.told.moves.length === 1;
  }

  private isMet(held: Held): boolean {
    return held.known !== null && this.met.has(held.known);
  }

  private contradict(kind: ContradictionKind, told: ToldMove, known: KnownMove): Outcome {
    this.met.add(known);
    const wanted = this.decide(kind, told);
    const decision = wanted === 'file' && !this.overrule(kind, told, known) ? 'ours' : wanted;
    this.contradicted.push({ kind, decision, told, known });
    return 'contradicted';
  }

  /** Lets the file have its way, where that leaves a history that can be. */
  private overrule(kind: ContradictionKind, told: ToldMove, known: KnownMove): boolean {
    const held = this.line.moves.find((one) => one.known === known);
    if (!held || kind === 'order' || kind === 'older_release') return false;
    if (kind === 'stage') {
      const latest = this.line.lastDated;
      const when = latest && isEarlier(told, latest) ? null : told.when;
      this.insert(this.line.moves.length, { ...told, when });
      return true;
    }
    const when = kind === 'date' ? told.when : null;
    if (when && !this.line.mayStand(held, when)) {
      // Beyond other versions it is no other day of the same release: the version went live again.
      const again = told.to === 'deployed' && told.version !== '' && this.line.othersBetween(held, when).length > 0;
      if (again) this.place(told);
      return again;
    }
    this.refine(known, held, when, kind === 'version' ? told.version : null);
    return true;
  }

  private refine(known: KnownMove, held: Held, when: Dated | null, version: string | null): void {
    this.refined.set(known.id, {
      ...this.refined.get(known.id),
      id: known.id,
      ...(when && { when }),
      ...(version !== null && { version }),
    });
    this.line.refine(held, when, version);
  }

  result(): HistoryMerge {
    if (!this.told.speaksOfMonitoring) this.line.keepWatching();
    const added: AddedMove[] = [];
    let behind: string | null = null;
    for (const held of this.line.moves) {
      if (held.known) behind = held.known.id;
      else added.push({ to: held.to, when: held.when, version: held.version, behind });
    }
    const { kept, contradicted } = this;
    // Of a row that has the model elsewhere no move is taken by itself: what it adds hangs on which of the two is right.
    const whole = this.told.kind === 'present';
    if (whole && contradicted.some(({ kind, decision }) => decision === 'ask' && WHOLE_ROW.includes(kind)))
      return { added: [], refined: [], kept, contradicted };
    return { added, refined: [...this.refined.values()], kept, contradicted };
  }
}

/** “In production” of a file that does not speak of monitoring says less than `monitored` or `retraining`. */
function isLessExact(told: Stage, ours: Stage, { speaksOfMonitoring }: Told): boolean {
  if (told === 'monitored') return ours === 'retraining';
  return told === 'deployed' && !speaksOfMonitoring && (ours === 'monitored' || ours === 'retraining');
}
