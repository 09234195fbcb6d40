import type { GovernedModel } from '#domain/governance/governed';
import { MODEL_FIELDS, STATED_NAMES, type StatedName } from '#domain/models/model-fields';
import { type Cell, CODED, type CodedName, REAL, type RealName } from './columns';
import { Coded } from './coded';
import { RunsOfSlots } from './runs-of-slots';
import { seenReferences } from './seen-references';
import { grown, type Texts } from './texts';

type Move = GovernedModel['moves'][number];
type Approval = GovernedModel['approvals'][number];

export const isCoded = (column: string): column is CodedName => CODED.some((one) => one === column);
export const isReal = (name: StatedName): name is StatedName & RealName => Object.hasOwn(REAL, name);
export const kindOf = (name: StatedName): string => MODEL_FIELDS[name].kind;

/** What the columns of `HeldModels` do not hold already: lines and days as they lie in the file, of texts only whether they answer. */
const BESIDE = STATED_NAMES.filter(
  (name) =>
    !(isCoded(MODEL_FIELDS[name].column) || isReal(name)) && !['name', 'tier', 'externalReferences'].includes(name),
);
const isText = (name: StatedName): boolean => kindOf(name) === 'text';
export const HELD_LINES: readonly StatedName[] = BESIDE.filter((name) => !isText(name));
export const HELD_TEXTS: readonly StatedName[] = BESIDE.filter(isText);

/** Whether the value of a field is held, and not only that there is one. */
export const isValueHeld = (name: StatedName): boolean => !isText(name) && name !== 'name';

/** What rule packs see of all models beside what is counted and listed of them: read when a pack is asked for the first time. */
export class GovernedPart {
  /** '' = none. */
  readonly lines = new Map<StatedName, Coded>();
  private readonly answered = new Map<StatedName, Uint8Array>();
  /** See `seenReferences`, as JSON; '' = none. */
  readonly references: Coded;
  readonly moves: RunsOfSlots<Move>;
  readonly approvals: RunsOfSlots<Approval>;
  private inOrder: Uint32Array | null = null;

  /** @param sources what it was read from */
  constructor(
    slots: number,
    moves: number,
    readonly sources: readonly string[],
  ) {
    for (const name of HELD_LINES) this.lines.set(name, new Coded(slots));
    for (const name of HELD_TEXTS) this.answered.set(name, new Uint8Array(slots));
    this.references = new Coded(slots);
    this.moves = new RunsOfSlots(slots, moves);
    this.approvals = new RunsOfSlots(slots, 0);
  }

  /** @param cells the references, then lines and texts in the order of their names */
  setCells(slot: number, cells: readonly Cell[]): void {
    const references = seenReferences(String(cells[0]));
    this.references.set(slot, references.length === 0 ? null : JSON.stringify(references));
    HELD_LINES.forEach((name, at) => {
      const cell = cells[1 + at];
      this.lines.get(name)?.set(slot, typeof cell === 'string' ? cell : null);
    });
    HELD_TEXTS.forEach((name, at) => {
      const answered = this.answered.get(name);
      if (answered) answered[slot] = cells[1 + HELD_LINES.length + at] === null ? 0 : 1;
    });
  }

  isAnswered(name: StatedName, slot: number): boolean {
    return this.answered.get(name)?.[slot] === 1;
  }

  get leftBehind(): number {
    return this.moves.leftBehind + this.approvals.leftBehind;
  }

  /** As of a model of which no other rows tell. */
  renew(slot: number): void {
    this.moves.clear(slot);
    this.approvals.clear(slot);
  }

  /** A model has come or gone. */
  forgetOrder(): void {
    this.inOrder = null;
  }

  /** All slots by the ids of their models, as SQLite orders them. */
  byId({ ids, order }: { readonly ids: Texts; readonly order: Uint32Array }): Uint32Array {
    this.inOrder ??= order.slice().sort((a, b) => ids.compare(a, b, false));
    return this.inOrder;
  }

  grow(slots: number): void {
    for (const name of HELD_LINES) this.lines.get(name)?.grow(slots);
    for (const name of HELD_TEXTS) this.answered.set(name, grown(this.answered.get(name) ?? new Uint8Array(0), slots));
    for (const one of [this.references, this.moves, this.approvals]) one.grow(slots);
  }
}
