import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundled } from './scripts/bundled.mjs';

// Only better-sqlite3 and its like with ciphers (native) stay outside; everything else is bundled, so that the package carries no node_modules tree.
const external = ['electron', 'better-sqlite3', 'better-sqlite3-multiple-ciphers'];

// A step below the Electron that package.json pins (Node 24, Chromium 15x): the end-to-end tests may have to run on an
// older one where the pinned one's download is blocked.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

// electron-vite makes the page's addresses relative, which breaks on a reload at /models/…; both hosts serve at the root.
const servedAtRoot = { name: 'served-at-root', config: () => ({ base: '/' }) };

export default defineConfig({
  main: {
    plugins: [bundled('main')],
    // Its edition for Node makes a `require` of its own, which collides with the one that electron-vite puts into a chunk.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: {
          desktop: 'src-main/hosts/desktop.ts',
          engine: 'src-main/engine/process/engine.ts',
          reader: 'src-main/readers/reader.ts',
          aside: 'src-main/engine/aside/aside-worker.ts',
          loopback: 'src-main/hosts/loopback.ts',
          command: 'src-main/hosts/command/command.ts',
        },
      },
    },
  },
  preload: {
    plugins: [bundled('preload')],
    build: {
      outDir: 'out/preload',
      target: nodeTarget,
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: { preload: 'src-preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), servedAtRoot, bundled('renderer', true)],
    build: {
      outDir: 'out/renderer',
      target: chromeTarget,
      minify: true,
      // ECharts, which the first chart loads, is the largest piece.
      chunkSizeWarningLimit: 800,
      rolldownOptions: { input: 'src-renderer/index.html' },
    },
  },
});
