import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../browser';
import type { KeptNotices, RunningHost, StartOptions } from './running-host';

const root = join(import.meta.dirname, '../..');

/** Starts the loopback host; answers when it has printed its address. */
export async function startServer(
  options: StartOptions,
): Promise<{ server: ChildProcess; url: string; token: string }> {
  const args = ['--loopback', '--port', '0', ...(options.portfolio ? ['--portfolio', options.portfolio] : [])];
  const server = spawn(process.execPath, [join(root, 'out/main/loopback.js'), ...args], {
    env: { ...process.env, MODELFOLIO_USER_DATA: join(options.folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(server.stdout, 'data');
  return { server, ...JSON.parse(String(line)) };
}

export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

export async function startLoopback(options: StartOptions): Promise<RunningHost> {
  const { server, url } = await startServer(options);
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
  });
  const page = await context.newPage();
  await page.goto(url);
  return {
    kind: 'loopback',
    page,
    choose: async (path, action) => {
      const chooser = page.waitForEvent('filechooser');
      await action();
      await (await chooser).setFiles(path);
    },
    keepNotices: () => keepNotices(page),
    enginePid: () => Promise.resolve(childOf(server.pid ?? 0)),
    close: async () => {
      await browser.close();
      await stopServer(server);
    },
  };
}

async function keepNotices(page: Page): Promise<KeptNotices> {
  await page.evaluate(() => {
    const kept: (EventTarget & { title: string })[] = [];
    class Kept extends EventTarget {
      static readonly permission = 'granted';
      static readonly requestPermission = () => Promise.resolve('granted');
      readonly close = (): void => undefined;
      constructor(readonly title: string) {
        super();
        kept.push(this);
      }
    }
    Object.assign(window, { Notification: Kept, kept });
  });
  const kept = () =>
    page.evaluateHandle(() => (window as unknown as { kept: (EventTarget & { title: string })[] }).kept);
  return {
    titles: async () => (await kept()).evaluate((all) => all.map(({ title }) => title)),
    clickLast: async () => (await kept()).evaluate((all) => void all.at(-1)?.dispatchEvent(new Event('click'))),
  };
}

function childOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/);
  return Number(children[0]);
}
