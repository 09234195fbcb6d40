import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { fromAddress, toAddress, type ViewState } from './view-state';

/** Time after the last key until the search is written into the address. */
const SETTLE_MS = 250;

export interface ViewControl {
  readonly state: ViewState;
  readonly change: (part: Partial<ViewState>) => void;
}

/** The page's state, kept in the address; what is typed into the search shows at once and is written when it settles. */
export function useViewState(): ViewControl {
  const address = useSearch({ from: '/portfolio' });
  const navigate = useNavigate();
  const kept = useMemo(() => fromAddress(address), [address]);
  const [typed, setTyped] = useState(kept.search);
  const [seen, setSeen] = useState(kept.search);
  // The address was changed from elsewhere (a saved view, the way back): its search takes over.
  if (seen !== kept.search) {
    setSeen(kept.search);
    setTyped(kept.search);
  }
  const write = useCallback(
    (state: ViewState) => {
      setSeen(state.search);
      void navigate({ to: '/portfolio', search: toAddress(state), replace: true });
    },
    [navigate],
  );
  useEffect(() => {
    if (typed === kept.search) return;
    const timer = setTimeout(() => write({ ...kept, search: typed }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed, kept, write]);

  const state = useMemo(() => ({ ...kept, search: typed }), [kept, typed]);
  const change = useCallback(
    (part: Partial<ViewState>) => {
      const next = { ...state, ...part };
      setTyped(next.search);
      const { search: _search, ...rest } = part;
      if (Object.keys(rest).length > 0) write(next);
    },
    [state, write],
  );
  return { state, change };
}
