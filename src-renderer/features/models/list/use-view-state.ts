import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type AddressState, useAddressState } from '../../../components/table/use-address-state';
import { fromAddress, toAddress, type ViewState } from './view-state';

export type ViewControl = AddressState<ViewState>;

/** The page's state, kept in the address. */
export function useViewState(): ViewControl {
  const address = useSearch({ from: '/portfolio' });
  const navigate = useNavigate();
  const kept = useMemo(() => fromAddress(address), [address]);
  const write = useCallback(
    (state: ViewState) => void navigate({ to: '/portfolio', search: toAddress(state), replace: true }),
    [navigate],
  );
  return useAddressState(kept, write);
}
