import type { Page } from '@playwright/test';
import { FEDERAL_INVENTORY, sharedFile } from '../../src-main/testing/shared-data';
import { chartTextProblems, noteDrawnText } from '../drawn-text';
import { expect, test } from '../fixtures';
import { everyRoute, goToRoute } from '../routes';
import { idsOf, searchesOf, seedSample } from '../sample';
import { portfolioIn } from '../seed';
import { seedExtreme } from '../seed-extremes';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
];

/** Every page at both sizes; answers how many charts and texts were looked at. */
async function expectReadable(page: Page, routes: readonly string[]): Promise<{ charts: number; texts: number }> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await noteDrawnText(page);
  let [charts, texts] = [0, 0];
  for (const path of routes) {
    await goToRoute(page, path);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const found = await chartTextProblems(page);
      expect.soft(found.problems, `${path} at ${size.width}`).toEqual([]);
      charts += found.charts;
      texts += found.texts;
    }
  }
  return { charts, texts };
}

test('no two texts of a chart overlap and none leaves its drawing: the sample', async ({ start, folder }) => {
  test.setTimeout(120_000);
  const { file, ids, searches } = seedSample(folder);
  const { page } = await start({ portfolio: file });
  const { charts, texts } = await expectReadable(page, await everyRoute(page, ids, searches));
  expect(charts).toBeGreaterThan(30);
  expect(texts).toBeGreaterThan(300);
});

for (const extreme of ['vast', 'bare'] as const) {
  test(`no two texts of a chart overlap and none leaves its drawing: ${extreme}`, async ({ start, folder }) => {
    test.setTimeout(120_000);
    const seed = seedExtreme(folder, extreme);
    const ids = idsOf(seed, seed.model);
    const { page } = await start({ portfolio: seed.file });
    const { charts } = await expectReadable(page, await everyRoute(page, ids, searchesOf(seed)));
    expect(charts).toBeGreaterThan(20);
  });
}

const inventory = sharedFile(FEDERAL_INVENTORY);

test('no two texts of a chart overlap and none leaves its drawing: the federal inventory', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  test.skip(inventory.why !== null, inventory.why ?? '');
  const seed = portfolioIn(folder, 'federal', 'USD');
  seed.call('imports.apply', { file: inventory.path });
  const { id: scenarioId } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const { page } = await start({ portfolio: seed.file });
  const pages = ['/', '/monitoring', '/investment', `/investment/${scenarioId}`, `/investment/${scenarioId}/options`];
  await expectReadable(page, pages);
});

test('texts that overlap or leave their drawing are found, and those that only come near are not', async ({
  start,
}) => {
  const { page } = await start();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await noteDrawnText(page);
  await page.evaluate(() => {
    const figure = document.createElement('figure');
    figure.innerHTML = '<div role="img" aria-label="Drawing. Words"><canvas></canvas></div>';
    document.querySelector('main')?.append(figure);
    const canvas = figure.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) throw new Error('there is no canvas to draw in');
    canvas.style.display = 'block';
    if (canvas.parentElement) canvas.parentElement.style.width = '300px';
    canvas.width = 300;
    context.font = '12px sans-serif';
    context.fillText('wiped away', 10, 20);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillText('alone', 10, 20);
    context.fillText('one', 10, 60);
    context.fillText('another', 20, 62);
    context.fillText('beyond the edge', 280, 100);
    context.rotate(Math.PI / 2);
    context.fillText('upright', 40, -150);
  });
  const { problems, texts } = await chartTextProblems(page);
  expect(texts).toBe(5);
  expect(problems).toEqual([
    expect.stringMatching(/^Drawing: “beyond the edge” leaves/),
    'Drawing: “one” and “another” overlap',
  ]);
});
