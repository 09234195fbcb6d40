// npm start: the desktop window, or the same in the browser where no window can be had.
import { buildIfStale } from './build-if-stale.mjs';
import { findElectron, hasDisplay } from './find-electron.mjs';
import { become, callersFolder, environment, inRoot, requireNode } from './project.mjs';

const args = process.argv.slice(2);
const cwd = callersFolder('start');
const node = requireNode();

buildIfStale();

if (args.includes('--loopback')) startBrowserHost([]);
else if (!hasDisplay()) startInstead('No display here', []);
else {
  const electron = findElectron(node);
  if (electron === null) startInstead('Electron is not installed and could not be fetched', ['--browser']);
  else startDesktop(electron);
}

function startDesktop(electron) {
  const switches = [];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.error('Running as root: Chromium has no sandbox then. Start Modelfolio as an ordinary user to have it.');
    switches.push('--no-sandbox');
  }
  const env = environment();
  // With this set Electron would run as a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  become(electron, [...switches, inRoot('.'), ...joined(args)], { cwd, env });
}

/** `--portfolio FILE` as one word: Chromium sorts switches apart from what follows them. */
function joined(words) {
  const flag = words.indexOf('--portfolio');
  if (flag === -1 || words[flag + 1] === undefined) return words;
  return [...words.slice(0, flag), `--portfolio=${words[flag + 1]}`, ...words.slice(flag + 2)];
}

function startInstead(why, more) {
  console.error(`${why}: starting in the browser instead. The address follows.`);
  startBrowserHost(more);
}

function startBrowserHost(more) {
  become(node, [inRoot('out/main/loopback.js'), ...args, ...more], { cwd, env: environment() });
}
