import type { ReactNode } from 'react';
import type { Tier } from '#domain/vocabulary';
import './marks.css';

/** `null`: nobody has said which tier it is. */
export function TierMark({ tier }: { readonly tier: Tier | null }): ReactNode {
  if (tier === null) return <span className="mf-faint">no tier</span>;
  return (
    <span className="mf-tier" data-tier={tier}>
      Tier {tier}
    </span>
  );
}
