import type { ReportChart, SourceNote } from '#domain/reports/content';
import type { FittedTable } from '../slide/fit-table';
import type { Paragraph } from '../slide/words';
import type { Box } from '../template/box';
import type { Stage } from '../template/choose-layouts';

/** A thing with its place on a slide. Inches. */
export type Placed =
  | { readonly kind: 'words'; readonly box: Box; readonly name: string; readonly paragraphs: readonly Paragraph[] }
  | { readonly kind: 'table'; readonly box: Box; readonly fitted: FittedTable }
  | { readonly kind: 'chart'; readonly box: Box; readonly chart: ReportChart };

/** A slide before it is written: what stands where. */
export interface Page {
  readonly stage: Stage;
  readonly title: string;
  /** Points; `null`: as the layout has it. */
  readonly titleSize: number | null;
  /** Words under the title; `box`: where they need more room than their place has. */
  readonly lead: { readonly text: string; readonly size: number; readonly box: Box } | null;
  /** In the order in which they are read. */
  readonly items: readonly Placed[];
  readonly notes: string;
}

/** What all slides of a deck share. */
export interface Setting {
  readonly scale: number;
  readonly lang: string;
  readonly measure: { readonly reserve: number };
  /** Letters may be smaller than is good, where a slide more is not to be had. */
  readonly tight?: boolean | undefined;
}

export type { SourceNote };
