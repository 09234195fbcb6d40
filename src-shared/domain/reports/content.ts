/** The words and figures of a report, before any format: deck and PDF say the same because both draw this. */
export interface ReportContent {
  readonly title: string;
  /** The finding in one sentence. */
  readonly headline: string;
  readonly subline: string;
  readonly portfolio: string;
  /** The day of the report, written for its reader. */
  readonly date: string;
  /** ISO instant. */
  readonly at: string;
  readonly contentHash: string;
  /** What the content holds that others who share the portfolio do not have yet; '' or left out: nothing. */
  readonly unshared?: string | undefined;
  readonly locale: string;
  /** What was left out, as a sentence; '' = nothing. */
  readonly redaction: string;
  readonly sections: readonly ReportSection[];
}

export type SectionId =
  | 'decision'
  | 'estate'
  | 'state'
  | 'incidents'
  | 'governance'
  | 'maturity'
  | 'beliefs'
  | 'matters'
  | 'models'
  | 'glance'
  | 'health'
  | 'attention'
  | 'level'
  | 'options'
  | 'years'
  | 'team'
  | 'books'
  | 'evidence'
  | 'roadmap'
  | 'costs'
  | 'sensitivity'
  | 'changes'
  | 'method';

export interface ReportSection {
  readonly id: SectionId;
  /** What it is about, in a few words. */
  readonly title: string;
  /** What was found. */
  readonly headline: string;
  /** What stands behind the finding; '' = nothing to add. */
  readonly lead: string;
  readonly blocks: readonly ReportBlock[];
  readonly sources: readonly SourceNote[];
}

export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

export interface TableColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Share of the width, relative to the others. */
  readonly weight: number;
}

export interface ReportTable {
  readonly kind: 'table';
  readonly title: string;
  /** How to read it, in one line. */
  readonly reading: string;
  readonly columns: readonly TableColumn[];
  /** The most important first: who has no room leaves out the last ones and says how many. */
  readonly rows: readonly (readonly string[])[];
  /** Of what the rows are, for *and 12 more gaps*. */
  readonly noun: readonly [one: string, many: string];
  /** The column that is proposed. */
  readonly highlight?: number | undefined;
}

/** The same thing has the same colour on every screen and in every report. */
export type ColourToken =
  | 'accent'
  | 'ok'
  | 'watch'
  | 'act'
  | 'silent'
  | 'unknown'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'grey'
  | 'none';

export interface ChartSeries {
  readonly name: string;
  /** One for each category; `null` = not known, which is no zero. */
  readonly values: readonly (number | null)[];
  /** `none`: an invisible part of a stack, on which the next one stands. */
  readonly colour: ColourToken;
}

/** A point of a chart with its words, such as where a sum is paid back. */
export interface ChartMark {
  /** On the line of categories, the first at 0; between two of them where it lies between them. */
  readonly at: number;
  readonly value: number;
  readonly label: string;
}

export interface ReportChart {
  readonly kind: 'chart';
  readonly title: string;
  readonly reading: string;
  readonly shape: 'columns' | 'bars' | 'stacked_columns' | 'stacked_bars' | 'lines';
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Of the values; written beside the axis. */
  readonly unit: string;
  readonly format: 'count' | 'millions' | 'thousands' | 'share' | 'one_decimal';
  /** Fixed end of the axis, where the scale is one (levels 0–3). */
  readonly max?: number;
  /** A colour for each category of the only series. */
  readonly categoryColours?: readonly ColourToken[];
  /** Points of a chart of lines. */
  readonly marks?: readonly ChartMark[] | undefined;
  /** What the categories count, where they are a line of numbers. */
  readonly categoryTitle?: string | undefined;
  /** The value that the values of `stacked_bars` are changes of: bars go to both sides of it, and 0 is drawn. */
  readonly origin?: number | undefined;
  /** The chart in words. */
  readonly alt: string;
}

export type ReportBlock =
  | { readonly kind: 'figures'; readonly figures: readonly KeyFigure[] }
  | { readonly kind: 'text'; readonly title: string; readonly paragraphs: readonly string[] }
  | ReportTable
  | ReportChart;

/** Where a number comes from. */
export interface SourceNote {
  readonly what: string;
  /** The channel that answers it, so that it can be asked again. */
  readonly channel: string;
  readonly formula: string;
  /** How many rows stand behind it; '' = no rows. */
  readonly rows: string;
}
