import { app, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { Reply } from '#contract/define';
import { IPC } from '../../src-preload/channels';
import { DomainError } from '../failure/domain-error';
import { isTrustedSender } from '../shell/sender';
import type { EngineClient } from './engine-client';
import { readSeen } from './seen';

export interface IpcHostOptions {
  readonly engine: EngineClient;
  readonly hostCalls: ReadonlyMap<string, (input: unknown) => Promise<unknown>>;
  /** The window's page; `null` while there is no window. */
  readonly page: () => WebContents | null;
}

/** Connects the page to the engine and to the host's calls. Whoever else sends is refused. */
export function startIpcHost({ engine, hostCalls, page }: IpcHostOptions): void {
  const guarded = <A extends readonly unknown[]>(answer: (...args: A) => Promise<unknown>) => {
    return (event: IpcMainInvokeEvent, ...args: A): Promise<unknown> => {
      if (!isTrustedSender(event.senderFrame, page()?.mainFrame ?? null)) {
        return Promise.reject(new Error('This page may not use the program.'));
      }
      return answer(...args);
    };
  };
  ipcMain.handle(
    IPC.invoke,
    guarded((channel: unknown, input: unknown, seen: unknown) =>
      engine.answer(String(channel), input, app.getLocale(), readSeen(seen)),
    ),
  );
  ipcMain.handle(
    IPC.host,
    guarded((name: unknown, input: unknown) => answerHostCall(hostCalls.get(String(name)), input)),
  );
  engine.subscribe((event) => page()?.send(IPC.event, event));
}

/** As a reply: an error that Electron hands on would reach the person with its technical wrapping. */
async function answerHostCall(
  call: ((input: unknown) => Promise<unknown>) | undefined,
  input: unknown,
): Promise<Reply> {
  try {
    if (call === undefined) throw new DomainError('unknown_channel', 'This computer cannot do that for the page.');
    return { ok: true, value: await call(input) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, failure: error.toFailure() };
    return { ok: false, failure: { code: 'internal', message: 'The computer could not do this. Try it again.' } };
  }
}

export function sendMenuCommand(page: WebContents | null, command: string): void {
  page?.send(IPC.menu, command);
}

/** The page goes where a notice leads that was clicked. */
export function sendNoticeOpened(page: WebContents | null, address: string): void {
  page?.send(IPC.notice, address);
}
