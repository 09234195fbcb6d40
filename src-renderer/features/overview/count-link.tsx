import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsOf } from './as-of';
import { answerableThen } from './as-of-rows';
import type { ModelFilter } from './overview-types';

interface CountLinkProps {
  /** `null`: nothing to open. */
  readonly filter: ModelFilter | null;
  /** What the rows are: "Deployed", "Tier 1 in production". */
  readonly title: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A number that opens to its rows: in the portfolio for today, in a list for a past day. */
export function CountLink({ filter, title, className, children }: CountLinkProps): ReactNode {
  const { day, openRows } = useAsOf();
  if (filter !== null && day === null) {
    return (
      <Link to="/portfolio" search={{ filter }} className={className} title={`Open: ${title}`}>
        {children}
      </Link>
    );
  }
  if (filter !== null && answerableThen(filter)) {
    return (
      <button type="button" className={className} title={`Open: ${title}`} onClick={() => openRows({ title, filter })}>
        {children}
      </button>
    );
  }
  return <span className={className}>{children}</span>;
}
