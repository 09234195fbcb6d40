import { app, type Session, type WebContents } from 'electron';
import { isAppUrl, parseUrl } from './sender';

/** The page needs no camera, no location, no device; Electron would grant them all unasked. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Nothing leaves this machine: whatever asks for another address gets no answer. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
}

/** Chromium fetches dictionaries by itself, past the requests of a session, for every session that has not said otherwise. */
export function denyDictionaries(session: Session): void {
  session.setSpellCheckerEnabled(false);
  // macOS has a spell checker of its own, which fetches nothing.
  if (process.platform !== 'darwin') session.setSpellCheckerLanguages([]);
}

function isLocal(url: string): boolean {
  if (isAppUrl(url)) return true;
  const scheme = parseUrl(url)?.protocol;
  if (scheme === 'blob:' || scheme === 'data:') return true;
  return scheme === 'devtools:' && !app.isPackaged;
}

/** WebRTC goes past what the session lets through: without a proxy it finds no way out, and there is none here. */
export function denyPeers(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** The window shows our page and nothing else: no other address, no second window, no embedded page. */
export function denyNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
