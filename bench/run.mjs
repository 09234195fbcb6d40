// Runs a benchmark that is written in TypeScript, bundled as the product is: node bench/run.mjs grid
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const name = process.argv[2] ?? '';
if (!/^[a-z-]+$/.test(name)) {
  console.error('Name a benchmark: node bench/run.mjs grid');
  process.exit(1);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = fileURLToPath(new URL('../node_modules/.cache/bench', import.meta.url));

// What lies beside a file is looked for where its source lies.
const ownPlaces = {
  name: 'own-places',
  transform: (code, id) =>
    code
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      .replaceAll('import.meta.dirname', JSON.stringify(fileURLToPath(new URL('.', pathToFileURL(id))))),
};
await build({
  root,
  configFile: false,
  logLevel: 'error',
  plugins: [ownPlaces],
  build: {
    ssr: `bench/${name}.ts`,
    outDir,
    emptyOutDir: false,
    rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
  },
});
const { run } = await import(pathToFileURL(`${outDir}/${name}.mjs`).href);
await run(process.argv.slice(3));
