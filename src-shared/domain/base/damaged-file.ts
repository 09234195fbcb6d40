/** The detail of a failure whose cause is a portfolio file that cannot be read in part. */
export const DAMAGED = { damaged: true } as const;
export const saysDamaged = (detail: unknown): boolean =>
  typeof detail === 'object' && detail !== null && 'damaged' in detail && detail.damaged === true;
