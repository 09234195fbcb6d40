import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { VIEW_PATHS } from '../../lib/view-link';
import { type SavedView, SavedViews } from './saved-views';

interface AddressViewsProps {
  readonly page: Exclude<SavedView['page'], 'portfolio'>;
  /** The columns that are shown, of a page that has some. */
  readonly columns?: readonly string[];
}

/** The views of a page whose address says all that it shows. */
export function AddressViews({ page, columns = [] }: AddressViewsProps): ReactNode {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { view, ...address } = search;
  const go = (next: Readonly<Record<string, unknown>>): void =>
    // Each page reads its own address and leaves out what does not fit.
    void navigate({ to: VIEW_PATHS[page], search: () => next as never, replace: true });
  return (
    <SavedViews
      page={page}
      current={typeof view === 'string' ? view : null}
      kept={{ address, columns: [...columns] }}
      onApply={(next) => go({ ...next.address, view: next.id })}
      onView={(id) => go(id === null ? address : { ...address, view: id })}
    />
  );
}
