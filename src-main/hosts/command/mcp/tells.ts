/** What an assistant may be told; what is not among it is left out as reports leave it out. */
export const TELLS = ['names', 'owners', 'money', 'texts'] as const;
export type Tell = (typeof TELLS)[number];
