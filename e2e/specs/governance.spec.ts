import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('where units belong is said, a model is classified, and evidence is noted for a line that misses it', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.arrived(/\/$/);
  await shell.goTo('Governance');
  await expect(shell.headline).toContainText('Nobody has said yet whether EU AI Act as amended in 2026 applies');

  for (;;) {
    const [unit] = seed.call('governance.units', {}).units.filter(({ known }) => !known);
    if (unit === undefined) break;
    const name = unit.unit === '' ? 'Models without a unit' : unit.unit;
    await page.getByRole('button', { name: `Say where ${name} belongs` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Countries where it works or its output is used').fill('eu, de');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await expect(dialog).toBeHidden();
  }
  await expect(shell.headline).not.toContainText('Nobody has said');

  // The duty to look for banned practices is missing for every model, until somebody has looked at one.
  const before = seed.call('governance.completeness', { pack: 'eu-ai-act' });
  const art5 = before.duties.find(({ id }) => id === 'art5');
  expect(art5?.missing).toBeGreaterThan(1);
  const duties = page.getByRole('table', { name: 'Duties' });
  const row = duties.getByRole('row', { name: /^Looked at for prohibited practices/ });
  await expect(row.getByRole('cell').nth(1)).toHaveText(String(art5?.missing));
  await page.getByRole('button', { name: 'Classify…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Is it one of the banned practices?').selectOption('no');
  await dialog.getByRole('button', { name: 'Keep answers' }).click();
  await expect(row.getByRole('cell').nth(1)).toHaveText(String((art5?.missing ?? 0) - 1));
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await duties.getByRole('button', { name: 'Staff who work with AI are helped to be literate in it' }).click();
  await page.getByRole('button', { name: 'Note evidence…' }).click();
  await dialog.getByLabel('By whom').fill('People team');
  await dialog.getByRole('button', { name: 'Note it' }).click();
  await expect(dialog).toBeHidden();
  const evidence = seed.call('evidence.list', { modelId: null });
  expect(evidence.evidence).toMatchObject([{ kind: 'training_literacy', by: 'People team', covers: ['art4'] }]);
  await expect(page.getByRole('button', { name: 'Undo: Note staff trained in AI of the organisation' })).toBeEnabled();

  // What the organisation is asked once has its place.
  await page.getByRole('region', { name: 'The organisation' }).getByRole('button', { name: 'Change…' }).click();
  await dialog.getByLabel('We as provider: name, address, contact').fill('Bank AG, Berlin');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog).toBeHidden();
  expect(seed.call('governance.organisation', {}).provider).toBe('Bank AG, Berlin');

  // So has a small fact of a model, which is filled for all that lack it at once.
  const { units } = seed.call('governance.units', {});
  for (const { unit } of units)
    seed.call('governance.setUnit', { unit, jurisdictions: ['EU', 'GB'], bodies: ['uk_im_firm'], frameworks: [] });
  await page.getByLabel('Held against').selectOption('pra-ss1-23');
  await page.getByRole('button', { name: 'Actual use', exact: false }).first().click();
  await page.getByRole('button', { name: 'Fill in…' }).click();
  await dialog.getByLabel('Actual use').fill('As approved');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog).toBeHidden();
  const use = seed
    .call('governance.completeness', { pack: 'pra-ss1-23' })
    .fields.find(({ from }) => from.includes('fact:actualUse'));
  expect(use).toMatchObject({ missing: 0 });
  await page.getByLabel('Held against').selectOption('eu-ai-act');

  // Several texts from the same inventory: what is missing is a list of work, and a text leads to its own lines.
  await page.getByRole('button', { name: 'Several side by side' }).click();
  await page.getByLabel('On the day').fill('2027-12-02');
  await page.getByRole('checkbox', { name: /^NIST AI Risk Management Framework/ }).check();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  const work = seed.call('governance.worklist', { packs: ['eu-ai-act', 'nist-ai-rmf'], at: '2027-12-02' });
  const panel = page.getByRole('region', { name: 'What is missing, by date' });
  await expect(panel.getByRole('listitem')).toHaveCount(Math.min(work.items.length, 30));
  await expect(panel.getByRole('listitem').first()).toContainText(work.items[0]?.label ?? 'none');
  await page.getByRole('button', { name: 'One text' }).click();
  await expect(page.getByRole('table', { name: 'Duties' })).toBeVisible();
});
