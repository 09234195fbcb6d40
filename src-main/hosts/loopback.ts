import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { version } from '../../package.json';
import { hostKeys } from '../platform/key-keeper';
import { EngineClient } from '../rpc/engine-client';
import { forkEngine } from '../rpc/engine-process';
import { type HttpHost, startHttpHost } from '../rpc/http-host';
import { readStartArguments, type StartArguments } from './arguments';
import { findPlaces, systemUserName } from './places';
import { printRenewals } from './print-renewals';
import { withRecovery } from './recover-offer';

/** The build's own folder: this file is out/main/loopback.js. */
const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function main(): Promise<void> {
  const start = readStartArguments(process.argv.slice(2), process.cwd());
  if (start.portfolio !== null && !existsSync(start.portfolio)) {
    throw new Error(`There is no file ${start.portfolio}. Give the path of an existing portfolio.`);
  }
  const places = findPlaces();
  const engine = new EngineClient({
    start: () => forkEngine(built('./engine.js'), { ...places, defaultActor: systemUserName(), appVersion: version }),
    keys: hostKeys(null),
    log: (event, fields) => process.stderr.write(`${JSON.stringify({ level: 'warn', event, ...fields })}\n`),
  });
  engine.subscribe(printRenewals(process.stderr));
  let host: HttpHost | null = null;
  const end = once(async () => {
    await host?.close();
    await engine.close();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end().then(leave));
  try {
    if (start.portfolio !== null) await openPortfolio(engine, start.portfolio);
    host = await serve(engine, places.portfolioFolder, start);
  } catch (error) {
    await end();
    throw error;
  }
}

async function serve(engine: EngineClient, portfolioFolder: string, start: StartArguments): Promise<HttpHost> {
  const token = randomBytes(32).toString('base64url');
  const rendererFolder = built('../renderer');
  const host = await startHttpHost({ engine, rendererFolder, portfolioFolder, token, port: start.port });
  // In the fragment the token stays in the browser: it is in no request, no log and no referrer.
  const url = `${host.origin}/#token=${token}`;
  if (start.machine) console.log(JSON.stringify({ url, token }));
  else console.log(`Modelfolio is ready at ${url}\nPress Ctrl+C to end it.`);
  if (start.openBrowser) openBrowser(handOver(url, portfolioFolder));
  return host;
}

async function openPortfolio(engine: EngineClient, path: string): Promise<void> {
  const reply = await engine.call('workspace.open', { file: await engine.grant(path) });
  // The page asks for the passphrase of one that is locked.
  if (!reply.ok && reply.failure.code !== 'locked') throw new Error(withRecovery(reply.failure, path).message);
}

/** The browser has read it by then. */
const HAND_OVER_MS = 60_000;

/**
 * A page that only this user may read leads to the address. On the browser's command line everybody on this computer would
 * read the token. It lies in the folder of portfolios: browsers in a box of their own see no other that is ours.
 */
function handOver(url: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `open-modelfolio-${randomBytes(4).toString('hex')}.html`);
  const page = `<!doctype html><meta charset="utf-8"><title>Modelfolio</title><meta http-equiv="refresh" content="0;url=${url}">`;
  writeFileSync(path, page, { mode: 0o600, flag: 'wx' });
  const remove = (): void => rmSync(path, { force: true });
  setTimeout(remove, HAND_OVER_MS).unref();
  process.once('exit', remove);
  return pathToFileURL(path).href;
}

/** A start without a browser is still a start: the address is printed. */
function openBrowser(url: string): void {
  const [command, args] = browserCommand(url);
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}

function browserCommand(url: string): readonly [string, string[]] {
  if (process.platform === 'darwin') return ['open', [url]];
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  return ['xdg-open', [url]];
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

const leave = (): never => process.exit(0);

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
