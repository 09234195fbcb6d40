/** What a reader may be, before it is ended. */
export interface ReaderLimits {
  /** Without a word from it, while it is waited for. */
  readonly quietMs: number;
  /** Of its objects; what lies outside of them is counted in `growthMb`. */
  readonly heapMb: number;
  /** That the whole process may grow by while it reads. */
  readonly growthMb: number;
}
