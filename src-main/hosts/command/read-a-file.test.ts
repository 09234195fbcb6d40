import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildCommandHost, runCommand } from '../../testing/command-host';
import { temporaryFolder } from '../../testing/test-backend';

it('reads a file of somebody else as it ships, wherever the build puts its pieces', { timeout: 120_000 }, async () => {
  const script = await buildCommandHost('command-reads');
  const folder = temporaryFolder();
  const portfolio = join(folder, 'a.modelfolio');
  const table = join(folder, 'models.csv');
  writeFileSync(table, 'name,unit\nChurn,Retail\n');
  runCommand(script, folder, ['new', portfolio, '--name', 'Acme']);
  const input = JSON.stringify({ file: table });
  expect(JSON.parse(runCommand(script, folder, ['imports.apply', input, '--portfolio', portfolio]))).toMatchObject({
    created: 1,
  });
});
