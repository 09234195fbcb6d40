import { setFlagsFromString } from 'node:v8';

/**
 * For a process that lets millions of rows pass. V8 notes where things are made that outlive a few collections, as the rows
 * of a block do until it is written, and from then on puts what is made there where only a collection of the whole memory
 * finds it, with all that hangs on it: an import of 100,000 models took 450 MB instead of 300, and was no quicker.
 */
export const expectShortLives = (): void => setFlagsFromString('--no-allocation-site-pretenuring');
