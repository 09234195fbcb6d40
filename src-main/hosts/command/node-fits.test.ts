import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildCommandHost } from '../../testing/command-host';
import { temporaryFolder } from '../../testing/test-backend';

it('says which Node it needs before anything is loaded that an older one crashes on', async () => {
  const script = await buildCommandHost('node-fits');
  const folder = temporaryFolder();
  const pretend = join(folder, 'pretend.cjs');
  writeFileSync(
    pretend,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.0' } });
     process.dlopen = () => process.kill(process.pid, 'SIGSEGV');`,
  );
  const run = (...more: readonly string[]) =>
    spawnSync(process.execPath, [...more, script, 'new', join(folder, 'a.modelfolio'), '--name', 'A'], {
      encoding: 'utf8',
      env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') },
    });
  const old = run('--require', pretend);
  expect(old).toMatchObject({ status: 1, signal: null, stdout: '' });
  expect(JSON.parse(old.stderr)).toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(
      /This is Node 20\.18\.0, and Modelfolio needs Node 22 or newer.*Nothing was opened/,
    ) as string,
  });
  expect(run().status).toBe(0);
});
