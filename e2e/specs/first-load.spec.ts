import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

/** What the first page may take, compressed (bytes): what draws pictures comes with the first picture. */
const FIRST_LOAD = 350_000;
const BUILT = join(import.meta.dirname, '../../out/renderer');

const sizeOf = (path: string): number => gzipSync(readFileSync(join(BUILT, path === '/' ? 'index.html' : path))).length;

test('of Mantine every part that is drawn has its styles', () => {
  const built = (ends: string): string =>
    readdirSync(join(BUILT, 'assets'))
      .filter((name) => name.endsWith(ends))
      .map((name) => readFileSync(join(BUILT, 'assets', name), 'utf8'))
      .join('\n');
  const namesIn = (text: string): ReadonlySet<string> => new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g));
  const all = readFileSync(join(import.meta.dirname, '../../node_modules/@mantine/core/styles.css'), 'utf8');
  const styled = namesIn(all);
  const there = namesIn(built('.css'));
  const drawn = [...namesIn(built('.js'))].filter((name) => styled.has(name));
  expect(drawn.length).toBeGreaterThan(50);
  // An import for its file in src-renderer/styles/mantine-parts.css is missing.
  expect(drawn.filter((name) => !there.has(name))).toEqual([]);
});

test('the first page takes little, and each page brings its own part', async ({ start, folder }, info) => {
  test.skip(info.project.name !== 'loopback', 'the desktop reads the same build from its disk');
  const { file } = seedBank(folder);
  const { page } = await start({ portfolio: file });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const taken = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/' || pathname.startsWith('/assets/')) taken.add(pathname);
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const sizes = [...taken].map((path) => [path, sizeOf(path)] as const);
  const all = sizes.reduce((sum, [, size]) => sum + size, 0);
  const largest = sizes.toSorted(([, a], [, b]) => b - a).slice(0, 8);
  expect(all, `${all} bytes: ${largest.join(' ')}`).toBeLessThan(FIRST_LOAD);
  expect([...taken].filter((path) => path.includes('echarts'))).toEqual([]);

  const shell = new ShellPage(page);
  for (const name of ['Portfolio', 'Incidents', 'Investment', 'Reports'] as const) {
    const before = taken.size;
    await shell.goTo(name);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => taken.size, `${name} brings a part of its own`).toBeGreaterThan(before);
  }
});
