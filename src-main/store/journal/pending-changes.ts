import type { FactChange } from '../tables';
import { type Packed, packed } from './blocks';
import { insertPacked } from './changes';
import type { ReadHandle } from './handle';

/** Changes that are stored together: as many as a block is read with in a few milliseconds. */
const PENDING = 2000;
const PENDING_TEXT = 4_000_000;

/** Changes of one entry on their way into the journal: packed part by part while the work that makes them goes on. */
export class PendingChanges {
  private readonly changes: FactChange[] = [];
  private text = 0;
  private packing: Promise<Packed> | null = null;

  constructor(private readonly read: ReadHandle) {}

  async add(change: FactChange): Promise<void> {
    this.changes.push(change);
    this.text += (change.before?.length ?? 0) + (change.after?.length ?? 0);
    if (this.changes.length >= PENDING || this.text >= PENDING_TEXT) await this.flush();
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    await this.flush();
    await this.writePacked();
  }

  private async flush(): Promise<void> {
    this.text = 0;
    await this.writePacked();
    const packing = packed(this.changes.splice(0));
    // Where the work breaks off meanwhile, its own failure is what is told.
    packing.catch(() => undefined);
    this.packing = packing;
  }

  /** Here alone, where nothing else is being asked of the connection. */
  private async writePacked(): Promise<void> {
    const { packing } = this;
    this.packing = null;
    if (packing !== null) await insertPacked(this.read, await packing);
  }
}
