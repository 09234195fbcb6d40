import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type {} from '../../src-preload/bridge';
import { expect, test } from '../fixtures';
import { root } from '../hosts/electron';
import { watchedSwitches } from '../network/watched';
import { seedBank } from '../seed';

/**
 * The twenty points of Electron's security checklist (electronjs.org/docs/latest/tutorial/security), each asked of the running
 * program. Point 19 (fuses) is a property of the package: `packaged.spec.ts` reads them back from its binary.
 */
const electronOf = (metadata: Record<string, unknown>): string | null =>
  typeof metadata.electron === 'string' ? metadata.electron : null;

async function running(electron: string, folder: string): Promise<{ app: ElectronApplication; page: Page }> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: electron,
    args: [...sandbox, ...watchedSwitches(), root, `--portfolio=${seedBank(folder).file}`],
    env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data'), MODELFOLIO_TEST: '1' },
  });
  const page = await app.firstWindow();
  await page.locator('h1').first().waitFor();
  return { app, page };
}

/** Settings of the window's page that points 2 to 11 ask for. */
const SETTINGS = {
  nodeIntegration: false, // 2
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true, // 3
  sandbox: true, // 4
  webSecurity: true, // 6
  allowRunningInsecureContent: false, // 8
  experimentalFeatures: false, // 9
  enableBlinkFeatures: '', // 10
  webviewTag: false, // 11, 12
} as const;

const FOREIGN = [
  'geolocation',
  'notifications',
  'camera',
  'microphone',
  'midi',
  'clipboard-read',
  'persistent-storage',
];

test('the twenty points of Electron’s checklist hold of the running program', async ({ folder }, info) => {
  const electron = electronOf(info.project.metadata);
  test.skip(electron === null, 'It is a list for Electron.');
  const { app, page } = await running(electron ?? '', folder);

  await test.step('1, 18: our own scheme serves the page; nothing comes from file: or the network', async () => {
    expect(page.url()).toMatch(/^app:\/\/modelfolio\//);
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
    const reached = (url: string) =>
      page.evaluate(
        (to) =>
          fetch(to).then(
            () => 'answered',
            () => 'refused',
          ),
        url,
      );
    for (const url of ['file:///etc/hostname', 'http://127.0.0.1:9/', 'https://example.invalid/'])
      expect(await reached(url), url).toBe('refused');
    const resources = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(resources.filter((name) => !/^(app:\/\/modelfolio\/|blob:|data:)/.test(name))).toEqual([]);
  });

  await test.step('2, 3, 4, 6, 8, 9, 10, 11: the settings of the page', async () => {
    const settings = await app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((one) => (one as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()),
    );
    expect(settings).toHaveLength(1);
    const [own = {}] = settings;
    expect(
      Object.fromEntries(
        Object.keys(SETTINGS).map((key) => [key, own[key] ?? (key === 'enableBlinkFeatures' ? '' : false)]),
      ),
    ).toEqual(SETTINGS);
    const globals = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in globalThis),
    );
    expect(globals).toEqual([]);
    // What the page changes, the preload's own world does not see.
    await page.evaluate(() => Object.assign(Array.prototype, { map: () => ['changed'] }));
    await page.reload();
    await page.locator('h1').first().waitFor();
  });

  await test.step('5: whatever a page may ask for is refused', async () => {
    const states = await page.evaluate(
      (names) =>
        Promise.all(
          names.map((name) =>
            navigator.permissions.query({ name: name as PermissionName }).then(
              ({ state }) => state,
              () => 'unknown here',
            ),
          ),
        ),
      FOREIGN,
    );
    expect(states.filter((state) => state === 'granted')).toEqual([]);
    const asked = await page.evaluate(() =>
      Promise.all([
        navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'given',
          () => 'refused',
        ),
        navigator.mediaDevices.getDisplayMedia().then(
          () => 'given',
          () => 'refused',
        ),
        new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            () => resolve('refused'),
          ),
        ),
        Notification.requestPermission().then((answer) => (answer === 'granted' ? 'given' : 'refused')),
        navigator.clipboard.readText().then(
          () => 'given',
          () => 'refused',
        ),
      ]),
    );
    expect(asked).toEqual(asked.map(() => 'refused'));
  });

  await test.step('7: the content policy lets no text become a script', async () => {
    const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval'|https?:|\*)/);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.head.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.ranHandler = true');
      image.src = 'data:,';
      document.body.append(image);
      return new Promise((resolve) =>
        setTimeout(() => resolve(['ranInline', 'ranHandler'].filter((name) => name in window)), 500),
      );
    });
    expect(ran).toEqual([]);
    // Asked later, for what the driver itself runs is let through.
    const text = await page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve(new Function('return 1 + 1')());
            } catch (error) {
              resolve(error instanceof Error ? error.name : 'refused');
            }
          });
        }),
    );
    expect(text).toBe('EvalError');
  });

  await test.step('11, 12: no page lies in the page', async () => {
    const kinds = await page.evaluate(async () => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'https://example.invalid/');
      view.setAttribute('allowpopups', '');
      document.body.append(view);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return view.constructor.name;
    });
    expect(kinds).toBe('HTMLElement');
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  await test.step('13, 14: no other address, no second window', async () => {
    const before = page.url();
    await page.evaluate(() => {
      for (const target of ['_self', '_blank', '_top']) {
        const link = document.createElement('a');
        link.href = `https://example.invalid/${target}`;
        link.target = target;
        document.body.append(link);
        link.click();
      }
      const form = document.createElement('form');
      form.action = 'https://example.invalid/form';
      document.body.append(form);
      form.submit();
      const frame = document.createElement('iframe');
      frame.src = 'https://example.invalid/frame';
      document.body.append(frame);
      window.open('https://example.invalid/opened');
      window.open('about:blank');
    });
    // That nothing comes of it has no event to wait for.
    await page.waitForTimeout(500);
    expect(page.url()).toBe(before);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(page.frames().filter((frame) => frame.url().startsWith('http'))).toEqual([]);
  });

  await test.step('15: the system opens an address only of the web, and only after asking', async () => {
    await app.evaluate(({ shell, dialog }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened, shown: 0 });
      shell.openExternal = async (url) => void opened.push(url);
      dialog.showMessageBox = async () => {
        Object.assign(globalThis, { shown: (globalThis as unknown as { shown: number }).shown + 1 });
        return { response: -1, checkboxChecked: false };
      };
    });
    const bad = [
      'file:///etc/passwd',
      'smb://example.invalid/x',
      'javascript:alert(1)',
      'vscode://x',
      'http://a@example.invalid/',
    ];
    const open = (url: string) => page.evaluate((to) => window.modelfolio?.host.openLink(to).catch(() => false), url);
    for (const url of bad) expect(await open(url), url).toBe(false);
    expect(await open('https://example.invalid/')).toBe(false);
    const { opened, shown } = await app.evaluate(() => globalThis as unknown as { opened: string[]; shown: number });
    expect(opened).toEqual([]);
    expect(shown).toBe(1);
  });

  await test.step('16: the version of Electron is pinned', async () => {
    const text = readFileSync(join(root, 'package.json'), 'utf8');
    const { devDependencies } = JSON.parse(text) as { devDependencies: { electron: string } };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    const here = await app.evaluate(() => process.versions.electron);
    info.annotations.push({
      type: 'Electron',
      description: `${here} runs here; ${devDependencies.electron} is pinned`,
    });
  });

  await test.step('17: only our own window is heard', async () => {
    const answers = await app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const stranger = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, contextIsolation: true },
        });
        await stranger.loadURL('data:text/html,<h1>Stranger</h1>');
        const answer: unknown = await stranger.webContents.executeJavaScript(
          "window.modelfolio.invoke('workspace.status', {}).then((reply) => reply.ok === true ? 'heard' : 'refused', () => 'refused')",
        );
        stranger.destroy();
        return answer;
      },
      join(root, 'out/preload/preload.cjs'),
    );
    expect(answers).toBe('refused');
    const own = await page.evaluate(() => window.modelfolio?.invoke('workspace.status', {}));
    expect(own).toMatchObject({ ok: true });
  });

  await test.step('20: of Electron the page has three generic functions and the host', async () => {
    const surface = await page.evaluate(() => Object.keys(window.modelfolio ?? {}).sort());
    expect(surface).toEqual(['host', 'invoke', 'subscribe']);
    expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => /electron|ipc/i.test(name)))).toEqual([]);
  });
  await app.close();
});
