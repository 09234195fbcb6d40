import type { ReadHandle } from '../../journal/handle';
import { readHeld } from '../sqlite/held';
import type { HeldModels } from './held-models';

/**
 * All models as columns in memory. They are read once; afterwards what the journal says has changed is read again, so that
 * they hold what the file holds at the time of the call. `null` where that cannot be said: inside of a transaction, which
 * sees another moment.
 *
 * @param now ISO
 */
export const heldModels = (read: ReadHandle, now: string): HeldModels | null => readHeld(read, now);
