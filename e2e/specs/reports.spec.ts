import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from '../fixtures';
import { madeFile } from '../made-file';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('a board deck is made, lies where it belongs, and is remembered', async ({ start, folder }) => {
  test.setTimeout(120_000);
  const seed = seedBank(folder);
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const shell = new ShellPage(page);
  await shell.goTo('Reports');
  await shell.arrived(/\/reports$/);
  await expect(shell.headline).toHaveText('No report has been made of this portfolio yet');
  await page.getByRole('checkbox', { name: /^Model names/ }).check();

  await page.getByLabel('From, on the slides').fill('Northgate Partners');
  await page.getByRole('button', { name: 'Show the slides' }).click();
  const slides = page.getByRole('img', { name: /^Slide \d+: / });
  await expect(slides.first()).toHaveAttribute('alt', /^Slide 1: Decision: /);
  const shown = await slides.count();

  const button = page.getByRole('button', { name: 'Make the board deck' });
  const { path: file, offered } = await madeFile(host, join(folder, 'board.pptx'), () => button.click());
  if (offered !== null) expect(offered).toMatch(/^Northwind Bank board deck \d{4}-\d{2}-\d{2}\.pptx$/);
  await expect(page.getByRole('row', { name: /Board deck/ })).toContainText('without model names');
  const [report] = seed.call('reports.list', {}).reports;
  const bytes = readFileSync(file);
  expect(bytes.byteLength).toBe(report?.bytes);
  const parts = unzipSync(bytes);
  const first = strFromU8(parts['ppt/slides/slide1.xml'] ?? new Uint8Array());
  expect(first).toContain('<a:t>Decision: ');
  const texts = Object.entries(parts)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, content]) => strFromU8(content))
    .join('\n');
  expect(texts.includes('Next best offer')).toBe(false);

  expect(texts).toContain(report?.contentHash);
  expect(first).toContain('Northgate Partners');
  expect(Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(shown);

  // What it says is what the command host says.
  const summary = seed.call('overview.summary', {});
  expect(first).toContain(`<a:t>of ${summary.models}</a:t>`);
  expect(texts).toContain(`counted from ${summary.models} models of the inventory`);
  await expect(page.getByText('nothing has changed since')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page has no violation, and the palette makes reports (${colorScheme})`, async ({ start, folder }) => {
    const host = await start({ portfolio: seedBank(folder).file, colorScheme });
    const shell = new ShellPage(host.page);
    await expect(shell.headline).toContainText('in production');
    await shell.run('Reports');
    await shell.arrived(/\/reports$/);
    await expect
      .poll(
        async () =>
          (
            await new AxeBuilder({ page: host.page })
              .setLegacyMode(host.kind === 'electron')
              .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
              .analyze()
          ).violations.map(({ id }) => id),
        { timeout: 20_000, intervals: [500] },
      )
      .toEqual([]);
    await host.page.keyboard.press('ControlOrMeta+k');
    const palette = host.page.getByRole('dialog', { name: 'Search or run a command' });
    await palette.getByRole('combobox').fill('Make the board deck');
    await expect(palette.getByRole('option', { name: /Make the board deck/ })).toBeVisible();
  });
}

test('the bill of materials is saved for other programs, without the names that stay in the house', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const shell = new ShellPage(page);
  await shell.goTo('Reports');
  await shell.arrived(/\/reports$/);
  await page.getByRole('checkbox', { name: /^Model names/ }).check();
  const button = page.getByRole('button', { name: 'Save the ML-BOM (CycloneDX 1.7)' });
  const { path, offered } = await madeFile(host, join(folder, 'bom.json'), () => button.click());
  if (offered !== null) expect(offered).toMatch(/^Northwind Bank ML-BOM \d{4}-\d{2}-\d{2}\.cdx\.json$/);
  // The desktop has its place before it is written.
  await expect.poll(() => existsSync(path)).toBe(true);
  const bom = JSON.parse(readFileSync(path, 'utf8'));
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.7' });
  expect(bom.components[0].name).toMatch(/^Model \d+$/);
});
