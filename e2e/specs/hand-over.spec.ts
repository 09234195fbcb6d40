import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../fixtures';

test('the browser is shown a page that only this user may read; its command line holds no token', async ({
  folder,
}, info) => {
  test.skip(process.platform !== 'linux', 'the opener of another system cannot be replaced');
  test.skip(info.project.name !== 'loopback', 'the desktop opens no browser');
  // In the place of the system's opener: it notes what it was called with.
  const opener = join(folder, 'xdg-open');
  const called = join(folder, 'called');
  writeFileSync(opener, `#!/bin/sh\nprintf '%s' "$*" > '${called}.part' && mv '${called}.part' '${called}'\n`);
  chmodSync(opener, 0o755);
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../out/main/loopback.js'), '--browser'], {
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, MODELFOLIO_USER_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(server.stdout, 'data');
  const token = /#token=([\w-]{43})/.exec(String(said))?.[1] ?? '';
  expect(token).not.toBe('');
  await expect.poll(() => existsSync(called)).toBe(true);
  const address = readFileSync(called, 'utf8');
  expect(address).not.toContain(token);
  const page = fileURLToPath(address);
  expect(statSync(page).mode & 0o777).toBe(0o600);
  expect(readFileSync(page, 'utf8')).toContain(`#token=${token}`);
  expect(readFileSync(`/proc/${server.pid}/cmdline`, 'utf8')).not.toContain(token);
  server.kill('SIGTERM');
  await once(server, 'exit');
  expect(existsSync(page)).toBe(false);
});
