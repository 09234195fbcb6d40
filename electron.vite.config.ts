import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Only better-sqlite3 (native) stays outside; everything else is bundled, so that the package carries no node_modules tree.
const external = ['electron', 'better-sqlite3'];

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: {
          desktop: 'src-main/desktop.ts',
          engine: 'src-main/engine.ts',
          loopback: 'src-main/loopback.ts',
          command: 'src-main/command.ts',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { preload: 'src-preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: { outDir: 'out/renderer', minify: true, rollupOptions: { input: 'src-renderer/index.html' } },
  },
});
