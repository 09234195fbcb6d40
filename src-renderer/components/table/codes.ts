/**
 * Codes into a dictionary. Bytes would be smaller still, but loops that meet three kinds of arrays run three times as
 * long as those that meet two.
 */
export type Codes = Uint16Array | Uint32Array;

/** An array for `rows` codes of a dictionary with `size` entries. */
export function makeCodes(rows: number, size: number): Codes {
  return size <= 0x1_0000 ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** A copy with room for `rows` rows and a dictionary of `size` entries. */
export function copyCodes(codes: Codes, rows: number, size: number): Codes {
  const copy = makeCodes(rows, size);
  copy.set(rows < codes.length ? codes.subarray(0, rows) : codes);
  return copy;
}
