// Runs a benchmark that is written in TypeScript, bundled as the product is: node bench/run.mjs grid
import { runBundled } from '../scripts/run-bundled.mjs';

const name = process.argv[2] ?? '';
if (!/^[a-z-]+$/.test(name)) {
  console.error('Name a benchmark: node bench/run.mjs grid');
  process.exit(1);
}
// Programs of their own that a benchmark starts.
const BESIDE = { all: ['shared-member'], shared: ['shared-member'] };
await runBundled('bench', name, process.argv.slice(3), BESIDE[name] ?? []);
