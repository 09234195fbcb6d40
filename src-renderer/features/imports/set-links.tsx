import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { IMPORT_SETS, type ImportSet } from '#domain/models/import-sets';
import { useChannel } from '../../client/use-query';
import { formatNumber } from '../../lib/format';

const WORDS: Readonly<Record<ImportSet, string>> = {
  new: 'new',
  changed: 'changed',
  missing: 'not in the file',
  waiting: 'may be in waiting rows',
  contradicted: 'contradicted, still open',
  ended: 'without a live version',
};

/** The models that an import had to do with, each sort as a link into the grid; nothing where there are none. */
export function SetLinks({ importId }: { readonly importId: string }): ReactNode {
  const { data } = useChannel('imports.sets', { importId });
  const sets = data ? IMPORT_SETS.filter((set) => data[set] > 0) : [];
  if (!data || sets.length === 0) return null;
  return (
    <p className="mf-set-links">
      <span className="mf-muted">In the grid:</span>
      {sets.map((set) => (
        <Link key={set} to="/portfolio" search={{ import: importId, which: set }}>
          {formatNumber(data[set])} {WORDS[set]}
        </Link>
      ))}
    </p>
  );
}
