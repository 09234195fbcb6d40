/** Inputs that are rates a year: written in percent. */
export const isRate = (path: string): boolean => path === 'discountRate' || path === 'inflation';
