import { statSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { app, Notification, nativeTheme, shell } from 'electron';
import type { ChosenFile } from '../../src-preload/bridge';
import { DomainError } from '../failure/domain-error';
import type { EngineClient } from '../rpc/engine-client';
import { noticeOf } from './notice';
import type { Dialogs } from './rehearsed-dialogs';
import { fileToSave, writeWhole } from './save-file';
import { mailAddress, webAddress } from './sender';
import { showNotice } from './show-notice';
import { isTheme } from './theme';

export interface HostCallContext {
  readonly engine: EngineClient;
  readonly dialogs: Dialogs;
  readonly portfolioFolder: string;
  readonly themeChanged: () => void;
  readonly noticeOpened: (address: string) => void;
  readonly badge: (count: number) => void;
}

const KINDS = ['portfolio', 'data', 'template', 'logo', 'certificate', 'folder'] as const;

/** The calls of the page's `Host` (src-preload/bridge.d.ts) that the main process answers, by name. */
export function hostCalls(context: HostCallContext): ReadonlyMap<string, (input: unknown) => Promise<unknown>> {
  const { engine, dialogs } = context;
  const chosen = async (path: string | null): Promise<ChosenFile | null> =>
    path === null ? null : { token: await engine.grant(path), name: basename(path) };
  return new Map<string, (input: unknown) => Promise<unknown>>([
    ['pickFile', async (kind) => chosen(await dialogs.pickFile(KINDS.find((known) => known === kind) ?? 'table'))],
    [
      'pickNewPortfolio',
      async (name) => chosen(await dialogs.pickNewPortfolio(String(name).slice(0, 100), context.portfolioFolder)),
    ],
    ['takeDroppedFile', async (path) => chosen(droppedFile(path))],
    ['saveFile', async (file) => saveFile(file, dialogs)],
    ['pickTarget', async (name) => chosen(await dialogs.pickSaveAs(String(name).slice(0, 150)))],
    ['revealPortfolio', async () => reveal(engine.openedPath())],
    ['openLink', async (url) => openLink(url, dialogs)],
    ['mayNotify', async () => Notification.isSupported()],
    [
      'notify',
      async (value) => {
        const notice = noticeOf(value);
        return notice !== null && showNotice(notice, context.noticeOpened);
      },
    ],
    [
      'setBadge',
      async (count) => {
        if (typeof count === 'number' && Number.isInteger(count) && count >= 0) context.badge(count);
      },
    ],
    [
      'setTheme',
      async (theme) => {
        if (!isTheme(theme) || nativeTheme.themeSource === theme) return;
        nativeTheme.themeSource = theme;
        context.themeChanged();
      },
    ],
  ]);
}

/** A file made by script has no path, and a folder cannot be read as a table. */
function droppedFile(path: unknown): string {
  if (typeof path === 'string' && isAbsolute(path) && statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  throw new DomainError(
    'bad_file',
    'This is not a file on this computer. Drop a table, such as a CSV or XLSX file, or a portfolio.',
  );
}

/** Only where the person says in the dialog; the page names no path. */
async function saveFile(file: unknown, dialogs: Dialogs): Promise<boolean> {
  const { suggestedName, content } = fileToSave(file);
  const path = await dialogs.pickSaveAs(suggestedName.slice(0, 150));
  if (path === null) return false;
  try {
    writeWhole(path, content);
  } catch {
    throw new DomainError(
      'bad_file',
      `The file ${basename(path)} could not be written there. Look whether the folder is writable and the disk has room.`,
    );
  }
  return true;
}

function reveal(path: string | null): boolean {
  if (path === null) return false;
  shell.showItemInFolder(path);
  return true;
}

/** References come from imported files: the address is looked at, shown whole, and opened only if the person says so. */
async function openLink(url: unknown, dialogs: Dialogs): Promise<boolean> {
  const address = webAddress(url) ?? mailAddress(url);
  if (address === null) {
    throw new DomainError(
      'refused',
      'This is no web address (http or https) and no mail draft, so it was not opened. Correct the reference.',
    );
  }
  if (!(await dialogs.confirmLink(address))) return false;
  await shell.openExternal(address);
  return true;
}

/** The system's own list of recent documents (macOS and Windows; elsewhere Electron does nothing). */
export function rememberDocument(path: string | null): void {
  if (path !== null) app.addRecentDocument(path);
}
