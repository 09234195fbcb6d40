import { PDFCrossRefStream } from '@cantoo/pdf-lib';

interface Entry {
  readonly ref: { readonly objectNumber: number };
}

/** What of the library is private there. */
interface References {
  readonly entries: readonly Entry[];
  appendEntry(entry: Entry): void;
}

// Not among the types that the library tells: a release that calls it otherwise fails the test beside this.
const library = PDFCrossRefStream.prototype as unknown as References;
const slowly = library.appendEntry;

function quickly(this: References, entry: Entry): void {
  const last = this.entries.at(-1);
  if (last !== undefined && last.ref.objectNumber > entry.ref.objectNumber) slowly.call(this, entry);
  else (this.entries as Entry[]).push(entry); // the library's own list, which it adds to in this way
}

/**
 * The library looks for the place of each object of a PDF among all those before it, which takes minutes for a long table:
 * each of its cells is tagged, and is an object. They come in their order, so that nearly all belong at the end.
 */
export function quickenReferences(): void {
  if (typeof slowly === 'function') library.appendEntry = quickly;
}
