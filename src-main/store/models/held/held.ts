import { join } from 'node:path';
import { sqlite } from '../../journal/connection';
import type { ReadHandle } from '../../journal/handle';
import { keepIn, readAlreadyHeld, readHeld, readHeldGoverned, storeKept } from '../sqlite/held';
import type { HeldWithPart } from './governed-cells';
import type { HeldModels } from './held-models';
import type { FileKey } from '../../open/file-key';
import { dropPlain, tidyHeld } from './held-place';

/**
 * All models as columns in memory. They are read once; afterwards what the journal says has changed is read again, so that
 * they hold what the file holds at the time of the call. `null` where that cannot be said: inside of a transaction, which
 * sees another moment.
 *
 * @param now ISO
 */
export const heldModels = (read: ReadHandle, now: string): HeldModels | null => readHeld(read, now);

/** The same with what rule packs see of the models. */
export const heldGoverned = (read: ReadHandle, now: string): HeldWithPart | null => readHeldGoverned(read, now);

/** What is held already of this very moment: nothing is read for it. */
export const heldAlready = (read: ReadHandle): HeldModels | null => readAlreadyHeld(read);

/** A portfolio as far as it is asked where its models may be kept. */
interface Portfolio {
  readonly path: string;
  readonly read: ReadHandle;
  readonly readOnly: boolean;
  /** What it is encrypted with. */
  readonly key: FileKey | null;
}

/**
 * From now on the models of this portfolio are kept between two openings, in a folder of this computer. Those of an encrypted one
 * are encrypted there with its key.
 */
export function keepHeld({ path, read, readOnly, key }: Portfolio, config: string, version: string, now: string): void {
  const folder = join(config, 'held');
  try {
    tidyHeld(folder, Date.parse(now));
    if (key !== null) dropPlain(folder, path);
    if (!readOnly) keepIn(sqlite(read), { folder, version, key }, path);
  } catch {
    // A folder that cannot be read or written keeps nothing.
  }
}

/** Before a portfolio is closed. */
export const storeHeldOf = (read: ReadHandle): void => storeKept(sqlite(read));
