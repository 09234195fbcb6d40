import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { Reply } from '#contract/define';
import type { Bridge, Host } from './bridge';
import { IPC } from './channels';

/** Hands on the message only: an Electron event would carry `ipcRenderer` into the page. */
function listen<T>(channel: string, listener: (message: T) => void): () => void {
  const handler = (_event: IpcRendererEvent, message: T) => listener(message);
  ipcRenderer.on(channel, handler);
  return () => {
    ipcRenderer.off(channel, handler);
  };
}

/** Asks the main process; a failure's sentence becomes the error's message. */
async function ask<T>(name: string, input: unknown): Promise<T> {
  const reply: Reply<T> = await ipcRenderer.invoke(IPC.host, name, input);
  if (!reply.ok) throw new Error(reply.failure.message);
  return reply.value;
}

const host: Host = {
  kind: 'desktop',
  platform: process.platform,
  pickFile: (kind) => ask('pickFile', kind),
  pickNewPortfolio: (suggestedName) => ask('pickNewPortfolio', suggestedName),
  takeDroppedFile: (file) => ask('takeDroppedFile', webUtils.getPathForFile(file)),
  saveFile: (suggestedName, content) => ask('saveFile', { suggestedName, content }),
  pickTarget: (suggestedName) => ask('pickTarget', suggestedName),
  deliverTarget: () => Promise.resolve(),
  revealPortfolio: () => ask('revealPortfolio', null),
  openLink: (url) => ask('openLink', url),
  setTheme: (theme) => {
    void ask('setTheme', theme);
  },
  mayNotify: () => ask('mayNotify', null),
  notify: (notice) => ask('notify', notice),
  onNoticeOpened: (listener) => listen<string>(IPC.notice, listener),
  setBadge: (count) => {
    void ask('setBadge', count);
  },
  onMenuCommand: (listener) => listen<string>(IPC.menu, listener),
};

const bridge: Bridge = {
  invoke: (channel, input, seen): Promise<Reply | Uint8Array> => ipcRenderer.invoke(IPC.invoke, channel, input, seen),
  subscribe: (listener) => listen<unknown>(IPC.event, listener),
  host,
};

contextBridge.exposeInMainWorld('modelfolio', bridge);
