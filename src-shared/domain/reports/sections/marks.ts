/** A sign and its word, which stand together on one line. */
const mark = (sign: string, word: string): string => `${sign}\u00a0${word}`;

/** How grave a matter is: the shape says it where colours are not seen. */
export const MARKS = { act: mark('◆', 'Act'), watch: mark('▲', 'Watch'), note: 'Note' } as const;

export const HEALTH_MARKS = {
  act: MARKS.act,
  watch: MARKS.watch,
  ok: mark('●', 'Ok'),
  silent: mark('○', 'Silent'),
  unknown: '–',
} as const;
