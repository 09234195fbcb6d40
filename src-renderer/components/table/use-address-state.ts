import { useCallback, useEffect, useMemo, useState } from 'react';

/** Time after the last key until the search is written into the address. */
const SETTLE_MS = 250;

export interface AddressState<State> {
  readonly state: State;
  readonly change: (part: Partial<State>) => void;
}

/**
 * The state of a list, kept in the address; what is typed into the search shows at once and is written when it settles.
 * @param kept what the address says; the same object while it says the same
 * @param onWrite puts a state into the address; the same function from one rendering to the next
 */
export function useAddressState<State extends { readonly search: string }>(
  kept: State,
  onWrite: (state: State) => void,
): AddressState<State> {
  const [typed, setTyped] = useState(kept.search);
  const [seen, setSeen] = useState(kept.search);
  // The address was changed from elsewhere (a saved view, the way back): its search takes over.
  if (seen !== kept.search) {
    setSeen(kept.search);
    setTyped(kept.search);
  }
  const write = useCallback(
    (state: State) => {
      setSeen(state.search);
      onWrite(state);
    },
    [onWrite],
  );
  useEffect(() => {
    if (typed === kept.search) return;
    const timer = setTimeout(() => write({ ...kept, search: typed }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed, kept, write]);

  const state = useMemo(() => ({ ...kept, search: typed }), [kept, typed]);
  const change = useCallback(
    (part: Partial<State>) => {
      const next = { ...state, ...part };
      setTyped(next.search);
      const { search: _search, ...rest } = part;
      if (Object.keys(rest).length > 0) write(next);
    },
    [state, write],
  );
  return { state, change };
}
