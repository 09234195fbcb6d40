import { useSyncExternalStore } from 'react';

/** What stands above, between and below the rows of the first screen, and a row of two lines. */
const AROUND = 384;
const ROW = 50;
const FEWEST = 5;

function subscribe(changed: () => void): () => void {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}

/** How many rows of two lines the first screen of the Overview has room for. */
export const useRowsThatFit = (): number =>
  useSyncExternalStore(subscribe, () => Math.max(FEWEST, Math.floor((innerHeight - AROUND) / ROW)));
