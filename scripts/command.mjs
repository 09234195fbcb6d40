// npm run modelfolio: the contract on the command line. Kept tiny: it stands before every single command.
import module from 'node:module';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './build-if-stale.mjs';
import { become, callersFolder, inRoot, requireNode, thisNodeFits } from './project.mjs';

buildIfStale();
process.chdir(callersFolder('modelfolio'));
const cache = inRoot('node_modules/.cache/modelfolio');
const script = inRoot('out/main/command.js');
if (thisNodeFits()) {
  module.enableCompileCache?.(cache);
  await import(pathToFileURL(script).href);
} else {
  become(requireNode(), [script, ...process.argv.slice(2)], { env: { ...process.env, NODE_COMPILE_CACHE: cache } });
}
