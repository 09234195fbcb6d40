import { useEffect } from 'react';
import { create } from 'zustand';

interface Whereabouts {
  /** Models that are being edited, the latest last; `null`: something else is. */
  readonly editing: readonly (string | null)[];
}

/** What this person is writing at, for colleagues who share the portfolio. */
export const useWhereabouts = create<Whereabouts>()(() => ({ editing: [] }));

const without = (list: readonly (string | null)[], item: string | null): readonly (string | null)[] => {
  const at = list.lastIndexOf(item);
  return at < 0 ? list : list.toSpliced(at, 1);
};

/** While `active`, colleagues are told that this model is edited. */
export function useEdits(modelId: string | null, active = true): void {
  useEffect(() => {
    if (!active) return;
    useWhereabouts.setState(({ editing }) => ({ editing: [...editing, modelId] }));
    return () => useWhereabouts.setState(({ editing }) => ({ editing: without(editing, modelId) }));
  }, [modelId, active]);
}
