/**
 * A text as every store keeps it unchanged: half a character (a surrogate without its other half, as a cut through an emoji
 * leaves it) becomes the sign for what cannot be read, U+FFFD, as UTF-8 would make it; characters of the value 0, at which
 * other programs take a text to end, are left out.
 */
export function wellFormed(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}
