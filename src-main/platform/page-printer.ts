export interface PageToPrint {
  /** Whole and self-contained: nothing is fetched and nothing runs. Its style names the paper. */
  readonly html: string;
  readonly signal: AbortSignal;
}

/** Turns a page of HTML into a tagged PDF. A host gives it to its engine, which has no window of its own. */
export type PagePrinter = (page: PageToPrint) => Promise<Uint8Array>;
