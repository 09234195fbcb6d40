import { STAGES, type Stage } from '#domain/vocabulary';
import { Coded } from './coded';
import { grown } from './texts';

const STAGE_CODES: ReadonlyMap<string, number> = new Map(STAGES.map((stage, code) => [stage, code]));

/** The moves of each slot in their order: their stages and times, in runs behind one another. */
export class MovesOfSlots {
  private first: Uint32Array;
  private count: Uint32Array;
  private stages: Uint8Array;
  private times: Coded;
  private room: number;
  private end = 0;
  /** Moves that nobody has any more: what is given anew leaves its old run behind. */
  leftBehind = 0;

  constructor(slots: number, moves: number) {
    this.first = new Uint32Array(slots);
    this.count = new Uint32Array(slots);
    this.room = moves + 64;
    this.stages = new Uint8Array(this.room);
    this.times = new Coded(this.room);
  }

  /** Times as they lie in the file, by the numbers that `timeCode` gives; '' = not known. */
  get dates(): readonly string[] {
    return this.times.values;
  }

  firstOf(slot: number): number {
    return this.first[slot] ?? 0;
  }

  countOf(slot: number): number {
    return this.count[slot] ?? 0;
  }

  stageAt(place: number): Stage {
    return STAGES[this.stages[place] ?? 0] ?? STAGES[0];
  }

  timeCode(place: number): number {
    return this.times.codes[place] ?? 0;
  }

  /** Forgets what the slot had; `add` gives it its moves anew. */
  clear(slot: number): void {
    this.leftBehind += this.count[slot] ?? 0;
    this.first[slot] = this.end;
    this.count[slot] = 0;
  }

  /** The next move of the slot that was cleared last. */
  add(slot: number, stage: string, at: string | null): void {
    if (this.end === this.room) this.makeRoom();
    this.stages[this.end] = STAGE_CODES.get(stage) ?? 0;
    this.times.set(this.end, at);
    this.end += 1;
    this.count[slot] = (this.count[slot] ?? 0) + 1;
  }

  /** The moves of these slots one behind the other: how many each has, their stages and their times. */
  inOrder(slots: Uint32Array): {
    readonly counts: Uint32Array;
    readonly stages: Uint8Array;
    readonly times: Uint32Array;
  } {
    const counts = Uint32Array.from(slots, (slot) => this.countOf(slot));
    const total = counts.reduce((sum, count) => sum + count, 0);
    const stages = new Uint8Array(total);
    const times = new Uint32Array(total);
    let end = 0;
    for (const slot of slots) {
      const first = this.firstOf(slot);
      for (let place = first; place < first + this.countOf(slot); place += 1) {
        stages[end] = this.stages[place] ?? 0;
        times[end] = this.timeCode(place);
        end += 1;
      }
    }
    return { counts, stages, times };
  }

  /** Of models without moves: those that `inOrder` gave, for the first slots. */
  restore(counts: Uint32Array, stages: Uint8Array, times: Uint32Array, dates: readonly string[]): void {
    this.count.set(counts);
    let first = 0;
    counts.forEach((count, slot) => {
      this.first[slot] = first;
      first += count;
    });
    this.stages.set(stages);
    this.times.restore(dates, times);
    this.end = stages.length;
  }

  grow(slots: number): void {
    this.first = grown(this.first, slots);
    this.count = grown(this.count, slots);
  }

  private makeRoom(): void {
    this.room = Math.ceil(this.room * 1.25) + 64;
    this.stages = grown(this.stages, this.room);
    this.times.grow(this.room);
  }
}
