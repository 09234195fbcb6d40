import { useMemo } from 'react';
import { useShare } from '../../client/use-share';
import type { Present, PresentByModel } from './present-marks';

const NOBODY: PresentByModel = new Map();
/** Colleagues by the model that they look at or edit. */
export function usePresent(): PresentByModel {
  const share = useShare();
  const here = share?.here;
  return useMemo(() => {
    if (!here || here.length === 0) return NOBODY;
    const by = new Map<string, readonly Present[]>();
    for (const one of here) {
      const { modelId } = one.here;
      if (modelId !== null) by.set(modelId, [...(by.get(modelId) ?? []), one]);
    }
    return by;
  }, [here]);
}
