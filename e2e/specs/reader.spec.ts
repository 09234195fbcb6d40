import { expect, test } from '../fixtures';
import { seedBank } from '../seed';

test('what takes long is answered beside the engine, also on the desktop', async ({ folder, start }, info) => {
  const { file } = seedBank(folder);
  const { page } = await start({ portfolio: file });
  // Over HTTP both come as JSON: only the bridge tells who wrote an answer.
  test.skip(info.project.name === 'loopback', 'told by the bridge of the desktop');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const aside = await page.evaluate(async () => [
    (await window.modelfolio?.invoke('models.grid', {})) instanceof Uint8Array,
    (await window.modelfolio?.invoke('models.list', {})) instanceof Uint8Array,
  ]);
  expect(aside).toEqual([true, false]);
});
