import { useCallback } from 'react';
import type { Input } from '#contract/index';
import { useCommand } from '../../client/use-command';

/** Keeps a part of the settings; answers whether it was kept. */
export function useSaveSettings(): (patch: Input<'settings.update'>) => Promise<boolean> {
  const { run } = useCommand('settings.update');
  return useCallback(async (patch) => (await run(patch)) !== null, [run]);
}
