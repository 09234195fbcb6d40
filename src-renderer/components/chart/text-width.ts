/** About as wide as Inter sets it at 12 px; charts leave this room for labels before anything is drawn. */
export function textWidth(text: string, bold = false): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return Math.ceil(width * (bold ? 1.06 : 1));
}

function signWidth(sign: string): number {
  if (/[ .,:;'’|!ilj]/.test(sign)) return 3.6;
  if (/[mwMW%@—]/.test(sign)) return 10.6;
  if (/[A-Z]/.test(sign)) return 8.4;
  if (/[\u2e80-\uffff]/.test(sign)) return 12.5;
  return 7.2;
}

export const widest = (texts: readonly string[], bold = false): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, bold)));
