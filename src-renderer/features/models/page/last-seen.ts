export interface Seen {
  readonly at: string;
  /** `a drift result`, `an incident`, `a move`. */
  readonly what: string;
}

/** The latest of what shows that a model is alive: moves, drift results and incidents; `null`: nothing has a date. */
export function lastSeen(
  signs: readonly { readonly at: string | null | undefined; readonly what: string }[],
): Seen | null {
  const dated = signs.flatMap(({ at, what }): Seen[] => (at == null ? [] : [{ at, what }]));
  return dated.reduce<Seen | null>((latest, one) => (latest === null || one.at > latest.at ? one : latest), null);
}
