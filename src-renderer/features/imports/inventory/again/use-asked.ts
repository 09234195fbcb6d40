import { useMemo, useRef } from 'react';
import type { InventoryPreview } from '#contract/imports/imports';
import { askedOf, type Row } from './again-rows';

const NOTHING: ReadonlySet<string> = new Set();

/** Everything that has been asked while this file was open, also what has been answered since: it stays where it was. */
export function useAsked(rows: readonly Row[]): ReadonlySet<string> {
  const known = useRef(NOTHING);
  return useMemo(() => {
    const fresh = askedOf(rows).filter((one) => !known.current.has(one));
    if (fresh.length > 0) known.current = new Set([...known.current, ...fresh]);
    return known.current;
  }, [rows]);
}

const NAMELESS: ReadonlyMap<string, string> = new Map();

/** Names of the rows that somebody has been asked about, by their keys: an answered one is no longer in the preview. */
export function useRowNames({ doubles, ambiguous }: Pick<InventoryPreview, 'doubles' | 'ambiguous'>): typeof NAMELESS {
  const known = useRef(NAMELESS);
  return useMemo(() => {
    known.current = new Map([
      ...known.current,
      ...[...doubles, ...ambiguous].map(({ rowKey, name }) => [rowKey, name] as const),
    ]);
    return known.current;
  }, [doubles, ambiguous]);
}
