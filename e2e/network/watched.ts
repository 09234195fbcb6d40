import { join } from 'node:path';

/** Loaded into a process of Node, notes whom it connects to. */
export const HOOK = join(import.meta.dirname, 'watch-sockets.cjs');

/** What browsers and Electron are started with, so that the run's proxy sees whatever they ask of other machines. */
export const watchedSwitches = (): readonly string[] => {
  const proxy = process.env.MODELFOLIO_E2E_PROXY;
  return proxy === undefined ? [] : [`--proxy-server=${proxy}`];
};
