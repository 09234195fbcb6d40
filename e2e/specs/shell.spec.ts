import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('the palette reaches commands and models', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  const shell = new ShellPage(page);
  await expect(shell.headline).toContainText('in production');
  await shell.run('Churn');
  await expect(shell.headline).toContainText('Churn');
  await shell.run('settings');
  await expect(shell.headline).toContainText('Level 1 up to 3 models');
});

test('the engine dies, the window says so, and goes on', async ({ start, folder }) => {
  const host = await start({ portfolio: seedBank(folder).file });
  const shell = new ShellPage(host.page);
  await expect(shell.headline).toContainText('in production');
  process.kill(await host.enginePid(), 'SIGKILL');
  await shell.goTo('Portfolio');
  await expect(host.page.getByRole('grid', { name: 'Models' }).getByRole('link', { name: 'Churn' })).toBeVisible();
  await shell.goTo('Journal');
  await host.page.getByRole('button', { name: /Verify/ }).click();
  await expect(host.page.getByText(/entries are as they were written/)).toBeVisible();
});

test('the page has no Node, opens no window and asks nobody outside', async ({ start, folder }) => {
  const { page, kind } = await start({ portfolio: seedBank(folder).file });
  const outside: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!['app:', 'data:', 'blob:', 'devtools:'].includes(protocol) && hostname !== '127.0.0.1')
      outside.push(request.url());
  });
  const shell = new ShellPage(page);
  for (const name of ['Portfolio', 'Imports', 'Journal', 'Settings', 'Overview'] as const) await shell.goTo(name);
  expect(
    await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    ),
  ).toEqual([]);
  if (kind === 'electron') {
    expect(await page.evaluate(() => window.open('https://example.invalid') === null)).toBe(true);
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
    const camera = () =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        (error: Error) => error.name,
      );
    expect(await page.evaluate(camera)).not.toBe('given');
    const before = page.url();
    // A denied navigation tells nobody; one that was let through would end this script, and the call would fail.
    const stayed = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          location.assign('https://example.invalid/');
          setTimeout(() => resolve(document.querySelector('h1') ? location.href : 'empty'), 1_000);
        }),
    );
    expect(await stayed).toBe(before);
    expect(await stunPackets(page)).toBe(0);
  }
  expect(outside).toEqual([]);
});

test('settings move the recommendation, with a version of their own', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  const shell = new ShellPage(page);
  await expect(shell.headline).toContainText('2 models in production ask for level');
  await shell.goTo('Settings');
  const border = page.getByLabel(/level 1/i).first();
  await border.fill('1');
  await border.press('Enter');
  await expect(shell.headline).toContainText('Level 1 up to 1 model');
  await expect(page.getByText(/^A heuristic, version /)).not.toContainText('version 2026-11-1:');
  await shell.undoButton.click();
  await expect(shell.headline).toContainText('Level 1 up to 3 models');
});

test('a backup brings back what was there, and what it replaced is kept', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await expect(shell.headline).toContainText('in production');
  await shell.run('Back up the portfolio');
  await expect(page.getByText(/^Backed up and checked/)).toBeVisible();
  seed.call('models.create', { name: 'Made after the backup' });
  await shell.goTo('Settings');
  const backups = page.getByRole('list', { name: 'Backups' }).getByRole('listitem');
  await expect(backups).toHaveCount(1);
  await backups.getByRole('button', { name: /^Restore the backup/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText(/What was before is kept as/)).toBeVisible();
  await expect(backups).toHaveCount(2);
  await expect(backups.filter({ hasText: 'before a restore' })).toHaveCount(1);
  expect(seed.call('models.list', { search: 'Made after the backup' })).toMatchObject({ total: 0 });
  await shell.goTo('Journal');
  await expect(page.getByText(/Restore the backup/)).toBeVisible();
});

/** What a page that asks a peer for its address sends past all rules of the session. */
async function stunPackets(page: Page): Promise<number> {
  const listener = createSocket('udp4');
  let packets = 0;
  listener.on('message', () => {
    packets += 1;
  });
  listener.bind(0, '127.0.0.1');
  await once(listener, 'listening');
  await page.evaluate(async (port) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    peer.createDataChannel('out');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    peer.close();
  }, listener.address().port);
  listener.close();
  return packets;
}

test('settings name the program and the works of others in it', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  const shell = new ShellPage(page);
  await shell.goTo('Settings');
  await page.getByRole('button', { name: 'Works of others' }).click();
  const notices = page.getByLabel('Notices');
  for (const part of ['react 19', 'better-sqlite3', 'SIL OPEN FONT LICENSE', 'Apache License', 'Apache ECharts'])
    await expect(notices).toContainText(part, { ignoreCase: true });
  await page.keyboard.press('Escape');
  await expect(notices).toBeHidden();
});
