// Runs a script that is written in TypeScript, bundled as the product is, with the reader of files beside it.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

// What lies beside a file is looked for where its source lies.
const ownPlaces = {
  name: 'own-places',
  transform: (code, id) =>
    code
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      .replaceAll('import.meta.dirname', JSON.stringify(fileURLToPath(new URL('.', pathToFileURL(id))))),
};

/** Runs `run` of FOLDER/NAME.ts with the arguments and answers what it does; `beside`: scripts of the same folder that it starts itself. */
export async function runBundled(folder, name, args, beside = []) {
  const outDir = `${root}node_modules/.cache/${folder}`;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [ownPlaces],
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: {
          ...Object.fromEntries([name, ...beside].map((one) => [one, `${folder}/${one}.ts`])),
          reader: 'src-main/readers/reader.ts',
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  const { run } = await import(pathToFileURL(`${outDir}/${name}.mjs`).href);
  return run(args);
}
