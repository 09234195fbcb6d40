import type { EngineEvent } from '#contract/events';
import type { LogEntry } from './backend-types';
import type { Workspace } from './workspace';

/** More models than this are not named one by one. */
const NAMED_MODELS = 1000;

/**
 * What changes because a day (UTC) has passed in an open portfolio: models fall silent. To be called now and then with
 * the time; opening a portfolio does the same by itself.
 */
export function createDailyRound(
  workspace: Workspace,
  publish: (event: EngineEvent) => void,
  log: (entry: LogEntry) => void,
  startedAt: string,
): (now: string) => void {
  let day = startedAt.slice(0, 10);
  return (now) => {
    if (now.slice(0, 10) === day) return;
    day = now.slice(0, 10);
    const store = workspace.current();
    if (!store) return;
    store.passTime(now).then(
      (modelIds) => {
        if (modelIds.length === 0) return;
        const named = modelIds.length <= NAMED_MODELS ? [...modelIds] : null;
        publish({ type: 'data.changed', topics: ['drift', 'models'], modelIds: named });
      },
      // Another process may be writing for long: the next opening or day catches up.
      (error: unknown) => log({ level: 'error', event: 'daily round failed', error: String(error) }),
    );
  };
}
