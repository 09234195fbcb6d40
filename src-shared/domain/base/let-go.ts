/**
 * Frees what lies behind an array that nobody uses any more. By itself it lies there until a collection is due, which counts the
 * few bytes of the object and not the megabytes behind it.
 */
export function letGo({ buffer, byteLength }: ArrayBufferView): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
