/** Months that a key moves a bar by; `null`: not a key that moves it. */
export function monthsOfKey(key: string, shift: boolean): number | null {
  const step = shift ? 3 : 1;
  if (key === 'ArrowRight') return step;
  return key === 'ArrowLeft' ? -step : null;
}
