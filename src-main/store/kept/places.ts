import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { KeptPlace } from './kept-place';
import * as of from './sqlite/places';

/** Where what a connection has read is kept between two openings, from now on. */
export const keepIn = (read: ReadHandle, place: Omit<KeptPlace, 'format'>): void => of.keepIn(sqlite(read), place);

/** `null`: nothing is kept of it. */
export const placeOf = (read: ReadHandle): KeptPlace | null => of.placeOf(sqlite(read));
