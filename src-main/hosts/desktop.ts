import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, session } from 'electron';
import { hostKeys } from '../platform/key-keeper';
import { EngineClient } from '../rpc/engine-client';
import { sendMenuCommand, sendNoticeOpened, startIpcHost } from '../rpc/ipc-host';
import { setBadge } from '../shell/badge';
import { systemDialogs } from '../shell/dialogs';
import { hostCalls, rememberDocument } from '../shell/host-calls';
import { denyDictionaries, denyNavigation, denyNetwork, denyPeers, denyPermissions } from '../shell/lockdown';
import { MainWindow } from '../shell/main-window';
import { applyMenu } from '../shell/menu';
import { openPortfolio } from '../shell/open-portfolio';
import { printInWindow } from '../shell/print-window';
import { rehearsedDialogs } from '../shell/rehearsed-dialogs';
import { registerAppScheme, serveAppScheme } from '../shell/scheme';
import { systemKeys } from '../shell/system-keys';
import { forkUtilityEngine } from '../shell/utility-engine';
import { isViewLink, linkInArguments, portfolioInArguments } from './arguments';
import { systemUserName } from './places';

/** The build's own folder: this file is out/main/desktop.js. */
const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const movedTo = process.env.MODELFOLIO_USER_DATA;
if (movedTo) app.setPath('userData', movedTo);
// It would take back the switch without which Chromium does not run as root (scripts/start.mjs says so to the person).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.commandLine.appendSwitch('disable-background-networking');
registerAppScheme();

const named = portfolioInArguments(process.argv, process.cwd());
// One program for a person: a second start hands its file to the first and ends.
const link = linkInArguments(process.argv);
if (app.requestSingleInstanceLock({ portfolio: named, link })) start(named);
else app.exit(0);

function start(portfolio: string | null): void {
  /** Files that were asked for before there is an engine to open them. */
  let asked = portfolio;
  /** A link that was handed over before there is a window: the window begins with it. */
  let first = link;
  let follow = (url: string): void => {
    first = url;
  };
  let open = (path: string): void => {
    asked = path;
  };
  // macOS names the file in an event of its own, maybe before 'ready'.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  // macOS hands a link over in an event as well.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (isViewLink(url)) follow(url);
  });
  if (app.isPackaged) app.setAsDefaultProtocolClient('modelfolio');
  app.on('session-created', denyDictionaries);
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    denyPeers(contents);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  void app.whenReady().then(() => {
    // Not before: Electron sets handlers of its own until then, which let a second signal kill the program at once.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
    const { engine, window } = run(first);
    follow = (url) => sendNoticeOpened(window.show().webContents, url);
    open = (path) => void openPortfolio(engine, path, window);
    if (asked !== null) open(asked);
    app.on('second-instance', (_event, _argv, _folder, data) => {
      window.show();
      const path = textOf(data, 'portfolio');
      if (path !== null) open(path);
      const url = textOf(data, 'link');
      if (url !== null && isViewLink(url)) follow(url);
    });
  });
}

/** Electron is ready: engine, page and window, in an order that lets none of them wait for another. */
function run(link: string | null): { readonly engine: EngineClient; readonly window: MainWindow } {
  const portfolioFolder = movedTo ? join(movedTo, 'portfolios') : join(app.getPath('documents'), 'Modelfolio');
  const engine = startEngine(portfolioFolder);
  denyPermissions(session.defaultSession);
  denyNetwork(session.defaultSession);
  serveAppScheme(session.defaultSession, built('../renderer'));
  const window = new MainWindow(built('../preload/preload.cjs'), built('../../resources/icon.png'), link);
  const dialogs = rehearsedDialogs(process.env) ?? systemDialogs(() => window.show());
  startIpcHost({
    engine,
    page: () => window.page(),
    hostCalls: hostCalls({
      engine,
      dialogs,
      portfolioFolder,
      themeChanged: () => window.save(),
      noticeOpened: (address) => sendNoticeOpened(window.show().webContents, address),
      badge: (count) => setBadge(count, window.shown()),
    }),
  });
  window.show();
  applyMenu((command) => sendMenuCommand(window.page(), command));
  app.on('activate', () => window.show());
  return { engine, window };
}

function startEngine(portfolioFolder: string): EngineClient {
  const options = {
    configFolder: app.getPath('userData'),
    portfolioFolder,
    defaultActor: systemUserName(),
    appVersion: app.getVersion(),
  };
  const engine = new EngineClient({
    start: () => forkUtilityEngine(built('./engine.js'), options),
    keys: hostKeys(systemKeys(join(app.getPath('userData'), 'portfolio-keys.json'))),
    print: printInWindow,
    log: (event, fields) => process.stderr.write(`${JSON.stringify({ level: 'warn', event, ...fields })}\n`),
  });
  engine.onOpened(rememberDocument);
  endWith(engine);
  return engine;
}

/** The program ends when its engine has closed the portfolio file. */
function endWith(engine: EngineClient): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void engine.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

/** What the second start of the program sent with its request for the lock. */
function textOf(data: unknown, key: 'portfolio' | 'link'): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const text: unknown = Reflect.get(data, key);
  return typeof text === 'string' ? text : null;
}
