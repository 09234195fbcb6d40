import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { RunningHost, StartOptions } from './running-host';

const root = join(import.meta.dirname, '../..');

/** `program` is an Electron that runs this project, or, with `packaged`, the packaged application. */
export async function startElectron(program: string, options: StartOptions, packaged = false): Promise<RunningHost> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: program,
    args: [...sandbox, ...(packaged ? [] : [root]), ...(options.portfolio ? [`--portfolio=${options.portfolio}`] : [])],
    env: { ...process.env, MODELFOLIO_USER_DATA: join(options.folder, 'data'), MODELFOLIO_TEST: '1' },
    colorScheme: options.colorScheme ?? 'light',
  });
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
