import type { EngineEvent } from '#contract/events';
import type { JournalRow } from '../store/journal/tables';
import type { Changes, WriteResult } from '../store/store';

type ChangedEvent = EngineEvent & { type: 'data.changed' };

/** More models than this are not named one by one: whoever listens fetches all of them again. */
const NAMED_MODELS = 1000;

/** Facts of the open portfolio changed, by one journal entry or because a day has passed. */
export function changedEvent(changes: Changes, entry: WriteResult<unknown>['entry'] = null): ChangedEvent {
  const { sources, modelIds } = changes;
  return {
    type: 'data.changed',
    changed: [...sources],
    modelIds: modelIds.size <= NAMED_MODELS ? [...modelIds] : null,
    entry: entry && { seq: entry.seq, undo: step(entry.undo), redo: step(entry.redo) },
  };
}

const step = (entry: JournalRow | null): { label: string; seq: number } | null =>
  entry && { label: entry.label, seq: entry.seq };

/** Another process wrote to the open portfolio: what, is not known. */
export const everythingChanged: ChangedEvent = {
  type: 'data.changed',
  changed: null,
  modelIds: null,
  entry: null,
};

/** What answers rest on beside the tables of the portfolio. Whoever reads one of them notes it (store/trace). */
export type OutsideSource = 'workspace' | 'preferences' | 'backups' | 'sharing';

/** Nothing in the portfolio changed, but something beside it. `workspace`: another portfolio is open, or none. */
export const changedOutside = (...changed: readonly OutsideSource[]): ChangedEvent => ({
  type: 'data.changed',
  changed: [...changed],
  modelIds: changed.includes('workspace') ? null : [],
  entry: null,
});
