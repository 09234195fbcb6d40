import type { FigureKey } from '#domain/investment/explain-comparison';
import type { LevelKey } from '#domain/investment/inputs';
import type { Measured } from './scenario-types';

/** What somebody asked about: where does this number come from? */
export type Explained =
  | { readonly kind: 'figure'; readonly id: FigureKey | 'chance' }
  | { readonly kind: 'year'; readonly level: LevelKey; readonly year: number }
  | { readonly kind: 'rows'; readonly measured: Measured };
