// Where things lie, and which Node runs what touches SQLite.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The first major version of Node whose Node-API better-sqlite3 can use: older ones crash on loading it. */
const OLDEST_MAJOR = 22;

/** Taken before anything else: a build may take long enough for npm to be gone after it. */
const parent = process.ppid;
const fits = Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR;

/** True when this very process may load the engine. */
export const thisNodeFits = () => fits;

/** The Node that came with `npm ci`, wherever the one that runs this script came from; null when neither fits. */
export function findNode() {
  const names = process.platform === 'win32' ? ['node.exe', 'bin/node.exe'] : ['bin/node'];
  const shipped = names.map((name) => join(root, 'node_modules', 'node', name)).find((path) => existsSync(path));
  return shipped ?? (fits ? process.execPath : null);
}

/** Like findNode, but ends the process with one sentence when there is none. */
export function requireNode() {
  const node = findNode();
  if (node !== null) return node;
  console.error(
    `Modelfolio needs Node ${OLDEST_MAJOR} or newer, and the one that npm brings is missing. Run "npm ci", then start again.`,
  );
  process.exit(1);
}

/** The folder that the person stood in: npm changes to the project's own before it runs a script. */
export function callersFolder(script) {
  const { npm_lifecycle_event: event, INIT_CWD: folder } = process.env;
  return event === script && folder ? folder : process.cwd();
}

/** The environment with node_modules/.bin in front, as npm sets it. */
export function environment(extra = {}) {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH: path, ...extra };
}

/** Runs a program in the foreground, hands every signal on, and ends as it ended. */
export function become(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  child.once('error', (error) => {
    console.error(`${program} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) =>
    process.exit(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1)),
  );
}

/** A signal to npm ends npm and its shell but does not reach this process; the parent that is gone says that it came. */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const look = () => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  };
  look();
  setInterval(look, 250).unref();
}

export const inRoot = (...path) => resolve(root, ...path);
