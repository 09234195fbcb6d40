import type { EngineEvent } from '#contract/events';
import { contract, type Input, type Output, type QueryChannel } from '#contract/index';
import type { Backend, BackendOptions } from './backend-types';
import { changedEvent, everythingChanged } from './changed-topics';
import type { CommandContext } from './context';
import { handlers } from './handlers/index';
import { createJobList } from './jobs/job-list';
import { createFiles } from './platform/files';
import { createPreferences } from './platform/preferences';
import { createDispatch } from './rpc/dispatch';
import { DomainError } from './rpc/errors';
import { createDailyRound } from './daily-round';
import { createWorkspace } from './workspace';

/** How often the engine looks whether another process wrote to the open file. */
const WATCH_MS = 1_000;

/** The whole engine without a wire: the same for every host and for tests. */
export function createBackend(options: BackendOptions): Promise<Backend> {
  const listeners = new Set<(event: EngineEvent) => void>();
  const publish = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const now = (): string => options.clock().toISOString();
  const preferences = createPreferences(options.configFolder);
  const files = createFiles(options.acceptPaths, options.newId);
  const jobs = createJobList(publish, () => options.clock().getTime());
  // A script's files are not what a person wants to find again.
  const remember = options.acceptPaths ? () => undefined : preferences.remember;
  const workspace = createWorkspace(remember, now);
  const actor = (): string => preferences.yourName() || options.defaultActor;

  /** One context for both kinds: what a query may not touch is missing from its type. */
  const contextFor = (channel: string, at = now()): CommandContext => {
    return {
      get read() {
        return workspace.store().read;
      },
      get store() {
        return workspace.store();
      },
      workspace,
      preferences,
      files,
      jobs,
      appVersion: options.appVersion,
      actor: actor(),
      now: at,
      newId: options.newId,
      portfolioFolder: options.portfolioFolder,
      publish,
      ask: (name, input) => ask(name, input, at),
      write: async (work, { bulk = false } = {}) => {
        const result = await workspace.store().write({ channel, actor: actor(), at, bulk }, work);
        if (result.changes > 0) publish(changedEvent(result.tables, result.modelIds));
        return result.value;
      },
    };
  };

  const wiring = { contract, handlers, log: options.log, now: () => performance.now() };
  const dispatch = createDispatch({ ...wiring, contextFor: (channel) => contextFor(channel) });
  async function ask<N extends QueryChannel>(name: N, input: Input<N>, at: string): Promise<Output<N>> {
    const reply = await createDispatch({ ...wiring, contextFor: (channel) => contextFor(channel, at) })(name, input);
    if (!reply.ok) throw new DomainError(reply.failure.code, reply.failure.message, reply.failure.detail);
    return reply.value as Output<N>; // dispatch parsed it by the schema of this channel
  }
  const dailyRound = createDailyRound(workspace, publish, options.log, now());
  const watcher = setInterval(() => {
    if (workspace.current()?.changedElsewhere()) publish(everythingChanged);
    dailyRound(now());
  }, WATCH_MS);
  watcher.unref();

  return Promise.resolve({
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    grantFile: files.grant,
    close: async () => {
      clearInterval(watcher);
      jobs.cancelAll();
      await workspace.close();
    },
  });
}
