import type { ReadHandle } from '../../journal/handle';
import { readAlreadyHeld, readHeld, readHeldGoverned, storeRead } from '../sqlite/held';
import type { HeldWithPart } from './governed-cells';
import type { HeldModels } from './held-models';

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

/** Before a portfolio is closed. */
export const storeHeldOf = (read: ReadHandle): void => storeRead(read);
