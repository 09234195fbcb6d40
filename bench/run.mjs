// Runs a benchmark that is written in TypeScript: node bench/run.mjs grid
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const name = process.argv[2] ?? '';
if (!/^[a-z-]+$/.test(name)) {
  console.error('Name a benchmark: node bench/run.mjs grid');
  process.exit(1);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(`./bench/${name}.ts`, { root, configFile: false, logLevel: 'error' });
await module.run(process.argv.slice(3));
