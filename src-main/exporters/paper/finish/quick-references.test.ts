import { PDFContext, PDFCrossRefStream, PDFRef } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { quickenReferences } from './quick-references';

const ENTRIES = [3, 1, 2, 2, 9, 10, 11, 4, 12, 40, 41, 39, 5, 60, 61, 62, 8].map((number, at) => ({ number, at }));

function written(entries: typeof ENTRIES): string {
  const list = PDFCrossRefStream.create(PDFContext.create().obj({}), false);
  for (const { number, at } of entries) {
    if (at % 3 === 0) list.addCompressedEntry(PDFRef.of(number), PDFRef.of(100), at);
    else list.addUncompressedEntry(PDFRef.of(number), 1_000 + at);
  }
  const bytes = new Uint8Array(list.sizeInBytes());
  list.copyBytesInto(bytes, 0);
  return Buffer.from(bytes).toString('latin1');
}

it('lists the objects of a PDF in their order, those that come late at their place', () => {
  quickenReferences();
  const library = PDFCrossRefStream.prototype as object as { appendEntry: () => void }; // private there
  expect(library.appendEntry.name).toBe('quickly');
  expect(written(ENTRIES)).toBe(written(ENTRIES.toSorted((a, b) => a.number - b.number)));
  expect(written(ENTRIES)).not.toBe(written(ENTRIES.slice(1)));
});
