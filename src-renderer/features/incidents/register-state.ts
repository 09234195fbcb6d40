import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type AddressState, useAddressState } from '../../components/table/use-address-state';
import type { IncidentSearch, IncidentSortKey } from '../../lib/incident-search';
import { readView } from '../../lib/search-parts';
import type { IncidentFilter } from './incident-types';

export interface RegisterState {
  readonly search: string;
  readonly filter: IncidentFilter;
  /** Empty = the latest first. */
  readonly sort: readonly IncidentSortKey[];
}

export type RegisterControl = AddressState<RegisterState>;

/** The shortest address that leads back to the same state. */
export const toAddress = ({ search, filter, sort }: RegisterState): IncidentSearch => ({
  ...(search === '' ? {} : { q: search }),
  ...(Object.keys(filter).length === 0 ? {} : { filter }),
  ...(sort.length === 0 ? {} : { sort }),
});

/** The register's state, kept in the address. */
export function useRegisterState(): RegisterControl {
  const address = useSearch({ from: '/incidents' });
  const navigate = useNavigate();
  const kept = useMemo(
    () => ({ search: address.q ?? '', filter: address.filter ?? {}, sort: address.sort ?? [] }),
    [address],
  );
  const write = useCallback(
    (state: RegisterState) =>
      void navigate({
        to: '/incidents',
        search: (before) => ({ ...toAddress(state), ...readView(before) }),
        replace: true,
      }),
    [navigate],
  );
  return useAddressState(kept, write);
}
