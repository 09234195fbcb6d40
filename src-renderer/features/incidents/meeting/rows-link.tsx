import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IncidentFilter } from '../incident-types';

interface RowsLinkProps {
  readonly filter: IncidentFilter;
  /** What the rows are, for those who only hear the number. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A number that opens to its rows in the register. */
export function RowsLink({ filter, title, children }: RowsLinkProps): ReactNode {
  return (
    <Link to="/incidents" search={{ filter }} title={`Open: ${title}`}>
      {children}
    </Link>
  );
}
