import { useCallback } from 'react';
import type { Input } from '#contract/index';
import { refusalOf } from '../../client/call';
import { perform } from '../../client/perform';
import { notifyFailure } from '../../components/ui/notify';

export type IncidentPatch = Input<'incidents.update'>['patch'];

export interface IncidentSave {
  /** Answers the engine's sentence when it refuses, `null` when it took the patch. */
  readonly save: (patch: IncidentPatch, seen?: number) => Promise<string | null>;
  /** For choices, which have no place for a sentence: it is shown as a message. */
  readonly saveOrSay: (patch: IncidentPatch) => void;
}

export function useIncidentSave(id: string): IncidentSave {
  const save = useCallback(
    async (patch: IncidentPatch, seen?: number): Promise<string | null> => {
      try {
        await perform('incidents.update', { id, patch }, { seen });
        return null;
      } catch (error) {
        return refusalOf(error);
      }
    },
    [id],
  );
  const saveOrSay = useCallback(
    (patch: IncidentPatch) => void save(patch).then((refused) => refused !== null && notifyFailure(refused)),
    [save],
  );
  return { save, saveOrSay };
}
