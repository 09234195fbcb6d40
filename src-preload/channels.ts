/** Names of the lines between a page and the main process; the preload script and src-main/rpc/ipc-host.ts share them. */
export const IPC = {
  invoke: 'engine:invoke',
  event: 'engine:event',
  host: 'host:call',
  menu: 'host:menu',
  notice: 'host:notice',
} as const;
