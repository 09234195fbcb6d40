import { useEffect, useRef, useState } from 'react';
import { planWith, type RoadmapSettings } from '#domain/assessments/planned-roadmap';
import type { Roadmap } from '#domain/assessments/roadmap-item';
import { queryClient } from '../../../../client/query-client';
import { useCommand } from '../../../../client/use-command';
import type { Result } from '../result-score';
import { changeEffort, defaultSettings, moveInPlan, type PlanEdit, resetPlan } from './roadmap-plan';
import { editWords } from './roadmap-words';

/** A held arrow key is one change of the plan, not thirty: it is kept when the hands rest. */
const REST_MS = 600;

export interface RoadmapEditing {
  readonly settings: RoadmapSettings;
  readonly plan: Roadmap;
  /** What the last change did, for everybody to see and for the live region to say. */
  readonly said: string;
  readonly move: (id: string, startMonth: number) => void;
  readonly effort: (id: string, weeks: number) => void;
  readonly change: (settings: RoadmapSettings) => void;
  readonly reset: () => void;
  /** Names who or when: kept at once, a change of its own to undo. */
  readonly name: (make: (settings: RoadmapSettings) => RoadmapSettings, said: string) => void;
}

/** The settings as they are being changed, ahead of the engine by a moment. */
function useDraft(result: Result, today: string) {
  const { id, roadmap } = result.assessment;
  // While a bar is moved the plan shows what was done, and its live region says it.
  const { run: keepQuietly } = useCommand('assessments.update', { quiet: true });
  const { run: keepAloud } = useCommand('assessments.update');
  const [draft, setDraft] = useState<RoadmapSettings | null>(null);
  const pending = useRef<RoadmapSettings | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = async (run = keepQuietly): Promise<void> => {
    clearTimeout(timer.current);
    const next = pending.current;
    if (next === null) return;
    const kept = await run({ id, patch: { roadmap: next } });
    if (kept !== null) queryClient.setQueryData(['assessments.get', { id }], kept);
    // Something newer waits for its own turn.
    if (pending.current !== next) return;
    pending.current = null;
    setDraft(null);
  };
  const latest = useRef(keep);
  latest.current = keep;
  // Leaving the page loses nothing.
  useEffect(() => () => void latest.current(), []);

  return {
    current: (): RoadmapSettings => pending.current ?? roadmap ?? defaultSettings(today),
    shown: draft ?? roadmap ?? defaultSettings(today),
    put: (next: RoadmapSettings): void => {
      pending.current = next;
      setDraft(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void latest.current(), REST_MS);
    },
    keepNow: () => keep(),
    keepAloud: () => keep(keepAloud),
  };
}

/** The editable plan of a result. */
export function useRoadmap(result: Result, today: string): RoadmapEditing {
  const draft = useDraft(result, today);
  const [said, setSaid] = useState('');
  const settings = draft.shown;
  const apply = (edit: PlanEdit): void => {
    draft.put(edit.settings);
    setSaid(editWords(planWith(result, edit.settings), edit.settings.start, edit));
  };
  return {
    settings,
    plan: planWith(result, settings),
    said,
    move: (id, startMonth) => apply(moveInPlan(result, draft.current(), id, startMonth)),
    effort: (id, weeks) => apply(changeEffort(result, draft.current(), id, weeks)),
    change: (next) => {
      draft.put(next);
      setSaid('');
    },
    reset: () => {
      draft.put(resetPlan(draft.current()));
      setSaid('The plan is the computed one again.');
      void draft.keepAloud();
    },
    name: (make, words) => {
      draft.put(make(draft.current()));
      setSaid(words);
      void draft.keepNow();
    },
  };
}
