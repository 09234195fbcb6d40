import type { ReactNode } from 'react';
import './sharing.css';

/** Before a value that the others do not have yet. */
export function UnsharedMark(): ReactNode {
  return (
    <span className="mf-unshared" role="img" title="not yet shared" aria-label="not yet shared">
      ▲
    </span>
  );
}
