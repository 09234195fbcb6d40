// Runs a benchmark that is written in TypeScript, bundled as the product is: node bench/run.mjs grid
import { writeFile } from 'node:fs/promises';
import { runBundled } from '../scripts/run-bundled.mjs';

const [name = '', ...rest] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name)) {
  console.error('Name a benchmark: node bench/run.mjs grid');
  process.exit(1);
}
// Where `bench/all.ts` wants what was measured, for its table.
const at = rest.indexOf('--figures');
const [, file] = at < 0 ? [] : rest.splice(at, 2);
// Programs of their own that a benchmark starts.
const BESIDE = { shared: ['shared-member'] };
const figures = await runBundled('bench', name, rest, BESIDE[name] ?? []);
if (file !== undefined) await writeFile(file, JSON.stringify(figures));
