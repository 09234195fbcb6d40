import { protocol, type Session } from 'electron';
import { serveRendererFile } from '../serve/renderer-files';
import { APP_SCHEME, isAppUrl } from './sender';

/** Before Electron is ready: a scheme of our own, so that the page has an origin, a content policy and a code cache. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

export function serveAppScheme(session: Session, rendererFolder: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (!isAppUrl(request.url)) return new Response('There is no such page.', { status: 404 });
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    const file = await serveRendererFile(rendererFolder, new URL(request.url).pathname);
    return new Response(new Uint8Array(file.body), { status: file.status, headers: { ...file.headers } });
  });
}
