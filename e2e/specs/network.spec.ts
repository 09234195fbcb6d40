import { execFileSync } from 'node:child_process';
import { _electron } from '@playwright/test';
import { launchBrowser } from '../browser';
import { expect, test } from '../fixtures';
import { root } from '../hosts/electron';
import { CANARY, noted } from '../network/watch-network';
import { watchedSwitches } from '../network/watched';

const asked = (path: string): readonly string[] =>
  noted().flatMap(({ what, whom }) => (whom.includes(path) ? [what] : []));

test('whatever a process of Node asks of another machine is noted', () => {
  execFileSync(process.execPath, ['-e', `fetch('http://node.${CANARY}/').catch(() => undefined)`]);
  expect(asked(`node.${CANARY}`).length).toBeGreaterThan(0);
});

test('whatever a browser or a window asks of another machine is noted', async ({ folder }, info) => {
  const electron: unknown = info.project.metadata.electron;
  const address = `http://window.${CANARY}/${info.project.name}`;
  if (typeof electron === 'string') {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await _electron.launch({
      executablePath: electron,
      args: [...sandbox, ...watchedSwitches(), root],
      env: { ...process.env, MODELFOLIO_USER_DATA: folder, MODELFOLIO_TEST: '1' },
    });
    // A session of its own: the product's lets nothing through.
    await app.evaluate(async ({ session }, url) => {
      await session
        .fromPartition('canary')
        .fetch(url)
        .catch(() => undefined);
    }, address);
    await app.close();
  } else {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(address).catch(() => undefined);
    await browser.close();
  }
  expect(asked(address)).toContain('proxy');
});

// On Electron the engine is a utility process, which takes no such watch: there it is the same file, watched on the other host.
test('the engine, or on Electron the main process, is among those that are watched', async ({ start }) => {
  const { kind } = await start();
  const watched = (): boolean =>
    noted().some(
      ({ what, whom, program }) =>
        what === 'watching' && (kind === 'electron' ? whom === 'browser' : program.endsWith('engine.js')),
    );
  await expect.poll(watched).toBe(true);
});
