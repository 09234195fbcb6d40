import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds both pages as the product's renderer is built: minified, for production. */
export async function buildPages(outDir: string): Promise<void> {
  const root = fileURLToPath(new URL('./pages', import.meta.url));
  // The runner that loads this file sets it to development, and React would be measured with its checks.
  process.env.NODE_ENV = 'production';
  await build({
    mode: 'production',
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      minify: true,
      rollupOptions: { input: [`${root}/columnar.html`, `${root}/plain-tanstack.html`] },
    },
  });
}
