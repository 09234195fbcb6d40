import { useState } from 'react';

/**
 * Which state of the portfolio is on the screen: the number of the newest journal entry that all of it shows. The engine holds
 * a command against what others wrote since.
 */
export interface SeenEntry {
  /** Told by the engine that this is the newest entry; `null`: it is not known which. */
  readonly told: (seq: number | null) => void;
  /** Nothing is being fetched any more: the screen shows what was told. */
  readonly settled: () => void;
  /** For whoever keeps a copy outside of the query cache: it is being fetched until what is answered is called. */
  readonly fetching: () => () => void;
  /** Called when such a copy has been fetched. */
  readonly onFetched: (look: () => void) => void;
  readonly now: () => number | undefined;
}

export function seenEntry(): SeenEntry {
  let newest: number | null = null;
  let shown: number | undefined;
  let busy = 0;
  let look = (): void => undefined;
  const settled = (): void => {
    if (newest !== null && busy === 0) shown = newest;
  };
  return {
    told: (seq) => {
      // Where it is not known what the screen shows, nothing is claimed.
      if (seq === null) shown = undefined;
      newest = seq;
    },
    settled,
    fetching: () => {
      busy += 1;
      return () => {
        busy -= 1;
        look();
      };
    },
    onFetched: (listener) => {
      look = listener;
    },
    now: () => shown,
  };
}

/** Of this window. */
export const seen = seenEntry();

/** What was on the screen when this part of it appeared: for a dialog or an editor, in which what is written follows from it. */
export const useSeen = (): number | undefined => useState(seen.now)[0];
