const DATE = /\/(CreationDate|ModDate) ?\(D:[^)]*\)/g;

/** `20261123100000+00'00'` in the place of the printer's own clock: the same content gives the same bytes but for it. */
export function withPrintDate(pdf: Uint8Array, iso: string): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const stamp = `D:${iso.replaceAll(/[-:T]/g, '').slice(0, 14)}+00'00'`;
  // Places in a PDF are counted in bytes: the date keeps its length, or stays as it is.
  const stamped = text.replace(DATE, (found, key: string) => {
    const dated = `/${key} (${stamp})`;
    return dated.length === found.length ? dated : found;
  });
  return Buffer.from(stamped, 'latin1');
}
