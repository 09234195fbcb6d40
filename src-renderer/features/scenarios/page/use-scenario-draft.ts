import { useEffect, useMemo, useRef, useState } from 'react';
import type { Input } from '#contract/index';
import { followIncidentHours, incidentHoursOf } from '#domain/scenarios/plan/incident-follow';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { validateInputs } from '#domain/scenarios/plan/validate-inputs';
import { queryClient } from '../../../client/query-client';
import { useCommand } from '../../../client/use-command';
import type { Scenario } from './scenario-types';

/** A slider that is dragged is one change: it is kept when the hand rests (milliseconds). */
const REST = 500;

export type ScenarioPatch = Input<'scenarios.update'>['patch'];

/** Puts a reply in place of the copy; a copy that is being fetched would be older. */
export async function keepScenario(scenario: Scenario): Promise<void> {
  const queryKey = ['scenarios.get', { id: scenario.id }];
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, scenario);
}

/** How a draft is changed; the same functions as long as the scenario is open. */
export interface DraftEdits {
  readonly change: (update: (inputs: InvestmentInputs) => InvestmentInputs) => void;
  /** Keeps what waits, now: the hand has let go. */
  readonly settle: () => Promise<void>;
  /** Everything else of a scenario: name, notes, comparison, ranges. */
  readonly patch: (patch: ScenarioPatch) => Promise<boolean>;
}

export interface ScenarioDraft extends DraftEdits {
  /** As the screen shows them: ahead of the engine by a moment. */
  readonly inputs: InvestmentInputs;
  /** What is wrong with them; they are kept once nothing is. */
  readonly problems: readonly string[];
  readonly saving: 'saved' | 'waiting' | 'held';
}

/** The inputs as they are being changed; saved when the hand rests, when the page is left, or at once by `settle`. */
export function useScenarioDraft(scenario: Scenario): ScenarioDraft {
  const { id } = scenario;
  const { run } = useCommand('scenarios.update');
  // A slider is its own word: what it was set to stands beside it, and it is moved back as it was moved.
  const { run: runQuietly } = useCommand('scenarios.update', { quiet: true });
  const [draft, setDraft] = useState<InvestmentInputs | null>(null);
  const pending = useRef<InvestmentInputs | null>(null);
  const stored = useRef(scenario.inputs);
  stored.current = scenario.inputs;
  const hours = useRef<number | null>(null);
  hours.current = incidentHoursOf(scenario.items);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const edits = useMemo((): DraftEdits => {
    const settle = async (): Promise<void> => {
      clearTimeout(timer.current);
      const next = pending.current;
      if (next === null || validateInputs(next).length > 0) return;
      const kept = await runQuietly({ id, patch: { inputs: next } });
      if (kept !== null) await keepScenario(kept);
      // Something newer waits for its own turn.
      if (pending.current !== next) return;
      pending.current = null;
      setDraft(null);
    };
    return {
      settle,
      change: (update) => {
        const before = pending.current ?? stored.current;
        const next = followIncidentHours(before, update(before), hours.current);
        pending.current = next;
        setDraft(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void settle(), REST);
      },
      patch: async (patch) => {
        await settle();
        const kept = await run({ id, patch });
        if (kept !== null) await keepScenario(kept);
        return kept !== null;
      },
    };
  }, [id, run, runQuietly]);

  useEffect(() => {
    const flush = (): void => void edits.settle();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [edits]);

  const problems = draft === null ? [] : validateInputs(draft);
  return {
    ...edits,
    inputs: draft ?? scenario.inputs,
    problems,
    saving: draft === null ? 'saved' : problems.length > 0 ? 'held' : 'waiting',
  };
}
