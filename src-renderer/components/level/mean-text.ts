const oneDecimal = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A mean of answers, 0–3, always with its decimal so that columns line up; `null`: nothing is known. */
export function meanText(mean: number | null): string {
  return mean === null ? '–' : oneDecimal.format(mean);
}
