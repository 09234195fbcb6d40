import { PDFCrossRefStream, PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { quickenReferences } from './quick-references';

const NUMBERS = [3, 1, 2, 2, 9, 10, 11, 4, 12, 40, 41, 39, 5, 60, 61, 62, 8];

function written(): string {
  const list = PDFCrossRefStream.create(PDFContext.create().obj({}), false);
  for (const [at, number] of NUMBERS.entries()) {
    if (at % 3 === 0) list.addCompressedEntry(PDFRef.of(number), PDFRef.of(100), at);
    else list.addUncompressedEntry(PDFRef.of(number), 1_000 + at);
  }
  const bytes = new Uint8Array(list.sizeInBytes());
  list.copyBytesInto(bytes, 0);
  return Buffer.from(bytes).toString('latin1');
}

it('lists the objects of a PDF as the library does, those that come late at their place', () => {
  const library = PDFCrossRefStream.prototype as object as { appendEntry: unknown }; // private there
  const slowly = library.appendEntry;
  const before = written();
  try {
    quickenReferences();
    expect(library.appendEntry).not.toBe(slowly);
    expect(written()).toBe(before);
  } finally {
    library.appendEntry = slowly;
  }
});
