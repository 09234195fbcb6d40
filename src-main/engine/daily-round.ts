import type { EngineEvent } from '#contract/events';
import type { LogEntry } from './backend-types';
import { changedEvent } from './change-events';
import type { Workspace } from './workspace';

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
      (changes) => {
        if (changes.sources.length > 0) publish(changedEvent(changes));
      },
      // Another process may be writing for long: the next opening or day catches up.
      (error: unknown) => log({ level: 'error', event: 'daily round failed', error: String(error) }),
    );
  };
}
