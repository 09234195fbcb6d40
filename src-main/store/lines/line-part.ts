import type { ToldPoints } from '../drift/point-lines';

/** A cell as JSON holds it: bytes and what is no finite number say what they are. */
export type Cell = string | number | null | { readonly base64: string } | { readonly number: string };

export interface Step {
  readonly version: number;
  readonly name: string;
  readonly hash: string;
  readonly applied_at: string;
}

/** What is told of a portfolio besides its journal. */
export type LinePart =
  | { readonly step: Step }
  | { readonly table: string; readonly row: Readonly<Record<string, Cell>> }
  | { readonly series: number; readonly points: ToldPoints };
