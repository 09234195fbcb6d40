import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PresetId } from '#domain/scenarios/plan/scenario-presets';
import { useCommand } from '../../../client/use-command';
import { keepScenario, type ScenarioPatch } from './use-scenario-draft';

export interface ScenarioActions {
  readonly create: (preset: PresetId) => Promise<void>;
  /** A copy, changed before it is shown. */
  readonly copy: (id: string, patch?: ScenarioPatch) => Promise<void>;
  readonly choose: (id: string) => Promise<void>;
  readonly remove: (id: string) => Promise<boolean>;
}

/** What can be done with whole scenarios, from the list and from the page of one. */
export function useScenarioActions(): ScenarioActions {
  const navigate = useNavigate();
  const { run: create } = useCommand('scenarios.create');
  const { run: update } = useCommand('scenarios.update');
  const { run: choose } = useCommand('scenarios.choose');
  const { run: remove } = useCommand('scenarios.remove');
  return useMemo(() => {
    const goTo = (scenarioId: string) => navigate({ to: '/investment/$scenarioId', params: { scenarioId } });
    return {
      create: async (preset) => {
        const made = await create({ from: { kind: 'preset', preset } });
        if (made !== null) await goTo(made.id);
      },
      copy: async (id, patch) => {
        const made = await create({ from: { kind: 'copy', id } });
        if (made === null) return;
        if (patch) await update({ id: made.id, patch });
        await goTo(made.id);
      },
      choose: async (id) => {
        const chosen = await choose({ id });
        if (chosen !== null) await keepScenario(chosen);
      },
      remove: async (id) => (await remove({ id })) !== null,
    };
  }, [navigate, create, update, choose, remove]);
}
