import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_URL } from './sender';
import { readWindowState, SMALLEST, writeWindowState } from './window-state';

/** The page's background in both themes (styles/tokens.css), so that nothing flashes before its first paint. */
const BACKGROUND = { light: '#f6f7f9', dark: '#0f141b' } as const;
const FIRST_SIZE = { width: 1280, height: 800 } as const;
/** A page whose process died again within this time (milliseconds) is not loaded a third time by itself. */
const RELOAD_PAUSE = 5000;

const stateFile = (): string => join(app.getPath('userData'), 'window.json');

/** Opens the window where it was, hidden until its first paint; the page follows the link, where there is one. */
export function openWindow(preload: string, icon: string, link: string | null): BrowserWindow {
  const state = readWindowState(
    stateFile(),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  nativeTheme.themeSource = state.theme;
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    ...state.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Modelfolio',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // The spell checker would fetch its dictionaries from the network.
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => saveWindowState(window));
  reloadAfterCrash(window);
  void window.loadURL(link === null ? APP_URL : `${APP_URL}#link=${encodeURIComponent(link)}`);
  return window;
}

export function saveWindowState(window: BrowserWindow): void {
  const theme = nativeTheme.themeSource;
  writeWindowState(stateFile(), { bounds: window.getNormalBounds(), maximized: window.isMaximized(), theme });
}

/** The engine holds the facts, so a page that died can simply be shown again. */
function reloadAfterCrash(window: BrowserWindow): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, details) => {
    const now = performance.now();
    if (details.reason === 'clean-exit' || now - last < RELOAD_PAUSE) return;
    last = now;
    window.webContents.reload();
  });
}
