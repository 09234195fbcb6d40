/** What likeness reads of a model or of a row. */
export interface LikenessRecord {
  readonly name: string;
  /** The name as `foldName` has it, where that is known. */
  readonly folded?: string;
  /** Names that it is known to have had. */
  readonly formerNames?: readonly string[];
  /** Purpose first, then what else describes it in words; empty texts are allowed. */
  readonly texts: readonly string[];
}
