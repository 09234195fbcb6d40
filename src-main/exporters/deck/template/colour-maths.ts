const channels = (hex: string): number[] => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Relative luminance 0–1 of `RRGGBB` (WCAG 2.2). */
export function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast 1–21 of two colours (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

/** Distance of two colours in their channels. */
export function distance(a: string, b: string): number {
  const [one, other] = [channels(a), channels(b)];
  return Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)));
}

/** How far a colour is from grey, 0–255. */
export function saturation(hex: string): number {
  const values = channels(hex);
  return Math.max(...values) - Math.min(...values);
}

/** `share` of the way from one colour to another. */
export function mix(from: string, to: string, share: number): string {
  const target = channels(to);
  return channels(from)
    .map((value, at) => Math.round(value * (1 - share) + (target[at] ?? 0) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Degrees on the circle of colours: 0 red, 120 green, 240 blue; 0 for greys. */
export function hue(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex);
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (most === least) return 0;
  const span = most - least;
  const sixth = most === r ? (g - b) / span : most === g ? 2 + (b - r) / span : 4 + (r - g) / span;
  return (60 * sixth + 360) % 360;
}
