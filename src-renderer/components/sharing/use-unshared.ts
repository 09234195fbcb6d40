import { useMemo } from 'react';
import { useChannel } from '../../client/use-query';
import { useShare } from '../../client/use-share';
import { type Unshared, unsharedOf } from './unshared';

/** Asked only while something waits. */
export function useUnshared(): Unshared {
  const waits = (useShare()?.pending ?? 0) > 0;
  const { data } = useChannel('share.unshared', {}, { enabled: waits });
  const rows = waits ? data?.rows : undefined;
  return useMemo(() => unsharedOf(rows ?? []), [rows]);
}
