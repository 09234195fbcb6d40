import type { EngineEvent } from '#contract/events';

export type Changed = EngineEvent & { type: 'data.changed' };

/** A change given here may be told of by the engine's event before or after it is answered; on each wire in its own way. */
export class OwnChanges {
  private underWay = 0;
  private readonly waiting: Changed[] = [];
  /** Models whose rows the answer of a change brought, by its entry, until the event of that entry comes. */
  private readonly brought = new Map<number, ReadonlySet<string>>();

  begin(): void {
    this.underWay += 1;
  }

  note(seq: number, modelIds: readonly string[]): void {
    this.brought.set(seq, new Set(modelIds));
  }

  /** What is still to be fetched for an event; nothing as long as a change of our own may answer for it. */
  take(event: Changed): readonly Changed[] {
    if (this.underWay === 0 || event.entry === null) return this.left(event);
    this.waiting.push(event);
    return [];
  }

  /** What is still to be fetched for the events that waited. */
  end(): readonly Changed[] {
    this.underWay -= 1;
    return this.underWay > 0 ? [] : this.waiting.splice(0).flatMap((event) => this.left(event));
  }

  private left(event: Changed): readonly Changed[] {
    const { entry, modelIds } = event;
    const brought = entry === null ? undefined : this.brought.get(entry.seq);
    if (entry === null || brought === undefined) return [event];
    this.brought.delete(entry.seq);
    const others = modelIds?.filter((id) => !brought.has(id)) ?? null;
    return others?.length === 0 ? [] : [{ ...event, modelIds: others }];
  }
}
