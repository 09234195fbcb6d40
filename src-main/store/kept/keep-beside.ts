import { join } from 'node:path';
import { storeIncidentsOf } from '../incidents/snapshot';
import type { ReadHandle } from '../journal/handle';
import { storeHeldOf } from '../models/held/held';
import type { FileKey } from '../open/file-key';
import { dropPlain, tidyKept } from './kept-place';
import { keepIn } from './places';

/** A portfolio as far as it is asked where something of it may be kept. */
interface Portfolio {
  readonly path: string;
  readonly read: ReadHandle;
  readonly readOnly: boolean;
  /** What it is encrypted with. */
  readonly key: FileKey | null;
}

/**
 * From now on the models and the incidents of this portfolio are kept between two openings, in a folder of this computer. Those of an
 * encrypted one are encrypted there with its key.
 */
export function keepBeside(
  { path, read, readOnly, key }: Portfolio,
  config: string,
  version: string,
  now: string,
): void {
  const folder = join(config, 'held');
  try {
    tidyKept(folder, Date.parse(now));
    if (key !== null) dropPlain(folder, path);
    if (!readOnly) keepIn(read, { folder, version, key, path });
  } catch {
    // A folder that cannot be read or written keeps nothing.
  }
}

/** Before a portfolio is closed. */
export function storeBeside(read: ReadHandle): void {
  storeHeldOf(read);
  storeIncidentsOf(read);
}
