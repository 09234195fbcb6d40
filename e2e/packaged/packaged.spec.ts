import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, expect, test } from '@playwright/test';
import { watchedSwitches } from '../network/watched';
import { PortfolioPage } from '../pages/portfolio-page';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

const PROGRAM = join(import.meta.dirname, '../../dist/linux-unpacked/modelfolio');

/**
 * The inspect fuse is off in what is shipped, so the page is reached through Chromium's own port. The program's standard
 * error stays open to its end: closed earlier, its next line would fail.
 */
async function debuggerAddress(program: ChildProcess): Promise<string> {
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    program.stderr?.on('data', (piece) => {
      said += String(piece);
      const found = /ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1];
      if (found) resolve(found);
    });
    program.once('exit', () => reject(new Error(`The packaged application ended:\n${said}`)));
  });
  const address = `http://127.0.0.1:${port}`;
  // Asked before there is a window, Chromium may never tell of it.
  await expect
    .poll(async () => JSON.stringify(await (await fetch(`${address}/json`)).json()), { timeout: 20_000 })
    .toContain('app://modelfolio/');
  return address;
}

/** What electron-builder.yml asks for; SECURITY.md names them. */
const FUSES: readonly (readonly [FuseV1Options, boolean])[] = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
];

test('the packaged application has its fuses set', async () => {
  const wire: Readonly<Record<number, unknown>> = await getCurrentFuseWire(PROGRAM);
  // The wire holds the characters '0' and '1'.
  expect(FUSES.map(([fuse]) => [FuseV1Options[fuse], wire[fuse] === 49])).toEqual(
    FUSES.map(([fuse, on]) => [FuseV1Options[fuse], on]),
  );
});

test('the packaged application opens a portfolio, edits a model and undoes it', async () => {
  expect(existsSync(PROGRAM), 'run npm run package first').toBe(true);
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-packaged-'));
  const { file } = seedBank(folder);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = spawn(
    PROGRAM,
    [...sandbox, ...watchedSwitches(), '--remote-debugging-port=0', `--portfolio=${file}`],
    {
      env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(program));
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('The packaged application has no window.');
    const shell = new ShellPage(page);
    await expect(shell.headline).toContainText('2 models in production ask for level');
    expect(page.url()).toMatch(/^app:\/\/modelfolio\//);
    await shell.goTo('Portfolio');
    const portfolio = new PortfolioPage(page);
    await portfolio.edit('Churn', 'Business unit', 'Retail', 'Private banking');
    await expect(portfolio.row('Churn')).toContainText('Private banking');
    await shell.undoButton.click();
    await expect(portfolio.row('Churn')).not.toContainText('Private banking');
    // The reader of files is a script of its own inside of the archive.
    const preview = await page.evaluate(async () => {
      const { modelfolio } = window as unknown as {
        modelfolio: { invoke(channel: string, input: object): Promise<unknown> };
      };
      const held = (await modelfolio.invoke('imports.pasted', {
        text: 'Model name\tStage\nPasted one\tIdea',
        name: 'a',
      })) as {
        value: { file: string };
      };
      return modelfolio.invoke('imports.preview', { file: held.value.file });
    });
    expect(preview).toMatchObject({ ok: true, value: { format: 'inventory', creates: 1 } });
    // A reader that could not start out of the package would be replaced by the engine without a word.
    const aside = await page.evaluate(
      async () => (await window.modelfolio?.invoke('models.grid', {})) instanceof Uint8Array,
    );
    expect(aside).toBe(true);
  } finally {
    if (program.exitCode === null) {
      program.kill('SIGTERM');
      await once(program, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  }
});
