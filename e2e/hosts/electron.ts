import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { HOOK, watchedSwitches } from '../network/watched';
import type { KeptNotices, RunningHost, StartOptions } from './running-host';

export const root = join(import.meta.dirname, '../..');

type Launch = NonNullable<Parameters<typeof _electron.launch>[0]>;

/** An application that runs answers within seconds; Playwright sometimes misses the line that names its debugger. */
const LAUNCH_MS = 20_000;
const LAUNCHES = 3;

/** Starts once more when the test driver did not attach to the program that it started: about 1 start in 20 here. */
async function launch(options: Launch, attempt = 1): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: LAUNCH_MS });
  } catch (error) {
    const unattached = error instanceof Error && error.name === 'TimeoutError';
    if (!unattached || attempt === LAUNCHES) throw error;
    process.stderr.write(
      `e2e: the driver did not attach to Electron within ${LAUNCH_MS / 1000} s; starting it again.\n`,
    );
    return launch(options, attempt + 1);
  }
}

/** `program` is an Electron that runs this project, or, with `packaged`, the packaged application. */
export async function startElectron(program: string, options: StartOptions, packaged = false): Promise<RunningHost> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await launch({
    executablePath: program,
    args: [
      ...sandbox,
      ...watchedSwitches(),
      ...(packaged ? [] : [root]),
      ...(options.portfolio ? [`--portfolio=${options.portfolio}`] : []),
    ],
    env: { ...process.env, MODELFOLIO_USER_DATA: join(options.folder, 'data'), MODELFOLIO_TEST: '1' },
    colorScheme: options.colorScheme ?? 'light',
  });
  if (process.env.MODELFOLIO_E2E_SOCKETS) await watchMain(app);
  const page = await app.firstWindow();
  const size = options.viewport ?? { width: 1280, height: 800 };
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );
  return {
    kind: 'electron',
    page,
    choose: async (path, action) => {
      // The system's dialog cannot be driven: its answer is given instead, everything behind it is real.
      await app.evaluate(({ dialog }, answer) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer });
      }, path);
      await action();
    },
    keepNotices: () => keepNotices(app),
    enginePid: () =>
      app.evaluate(
        ({ app: main }) =>
          main
            .getAppMetrics()
            .find((one) => one.name === 'Modelfolio engine' || one.serviceName?.includes('Modelfolio'))?.pid ?? 0,
      ),
    close: () => app.close(),
  };
}

/** The driver starts Electron without the options of Node: the watch is loaded once it runs. */
const watchMain = (app: ElectronApplication): Promise<void> =>
  app.evaluate((_electronModule, hook) => process.getBuiltinModule('module').createRequire(hook)(hook), HOOK);

async function keepNotices(app: ElectronApplication): Promise<KeptNotices> {
  await app.evaluate(({ Notification }) => {
    const kept: Electron.Notification[] = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      kept.push(this);
    };
    Object.assign(globalThis, { kept });
  });
  return {
    titles: () =>
      app.evaluate(() => (globalThis as unknown as { kept: Electron.Notification[] }).kept.map(({ title }) => title)),
    clickLast: () =>
      app.evaluate(() => {
        (globalThis as unknown as { kept: Electron.Notification[] }).kept.at(-1)?.emit('click');
      }),
  };
}
