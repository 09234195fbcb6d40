import { PDFDocument } from '@cantoo/pdf-lib';

/** A PDF of one empty page, for tests of what is given to a printer. */
export async function blankPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  return document.save();
}
