import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type AddressState, useAddressState } from '../../components/table/use-address-state';
import type { JournalSearch } from '../../lib/journal-search';

export interface JournalState extends Omit<JournalSearch, 'q'> {
  readonly search: string;
}

/** What is empty is left out of the address. */
const toAddress = ({ search, ...rest }: JournalState): JournalSearch =>
  Object.fromEntries(Object.entries({ q: search, ...rest }).filter(([, value]) => value !== undefined && value !== ''));

/** What the journal is searched by, kept in the address. */
export function useJournalSearch(): AddressState<JournalState> {
  const { q, ...rest } = useSearch({ from: '/journal' });
  const navigate = useNavigate();
  const key = JSON.stringify(rest);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is in the address
  const kept = useMemo(() => ({ ...rest, search: q ?? '' }), [key, q]);
  const write = useCallback(
    (state: JournalState) => void navigate({ to: '/journal', search: () => toAddress(state), replace: true }),
    [navigate],
  );
  return useAddressState<JournalState>(kept, write);
}
