export interface AppendRequest {
  readonly newId: () => string;
  readonly actor: string;
  /** ISO instant of the call. */
  readonly now: string;
  /** Where the results come from, in words; '' = recorded by hand or by a script. */
  readonly origin: string;
  readonly importId: string | null;
  /** Called now and then; what it throws (a cancel) ends the transaction, and nothing of it stays. */
  readonly progress?: (done: number, total: number) => void;
}
