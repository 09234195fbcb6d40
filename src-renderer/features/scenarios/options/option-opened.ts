import type { OptionFigureKey } from '#domain/scenarios/explain/option-figures';

/** What somebody asked about: how does this figure of an option come about? */
export type OpenedOption =
  | { readonly kind: 'figure'; readonly id: string; readonly key: OptionFigureKey }
  | { readonly kind: 'year'; readonly id: string; readonly year: number };
