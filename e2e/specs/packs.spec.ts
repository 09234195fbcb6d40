import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import examples from '../../resources/packs/testing/examples.json' with { type: 'json' };
import { expect, test } from '../fixtures';
import { madeFile } from '../made-file';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

const policy = {
  ...examples.valid,
  id: 'northwind-policy',
  name: 'Northwind model policy',
  issuer: 'Northwind Bank',
  fields: examples.valid.fields.map((field) => ({ ...field, verify: 'The wording of section 2 of the policy' })),
};

test('a validator takes the policy of her house in as a text, edits it, reads what is to be verified, and exports it', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const shell = new ShellPage(page);
  await shell.arrived(/\/$/);
  await shell.goTo('Governance');
  await page.getByRole('navigation', { name: 'Governance' }).getByRole('link', { name: 'Texts' }).click();
  await expect(shell.headline).toContainText('none of them your own');

  // A file that is none is said, with its place, and nothing is kept.
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, JSON.stringify({ ...policy, force: 'must' }));
  await page.getByRole('button', { name: 'Import a text…' }).click();
  const dialog = page.getByRole('dialog');
  await host.choose(bad, () => dialog.getByRole('button', { name: 'Choose the file…' }).click());
  await expect(dialog.getByRole('alert')).toContainText('force: Write one of required, expected');
  await expect(dialog.getByRole('button', { name: 'Take it in' })).toBeDisabled();

  const file = join(folder, 'policy.json');
  writeFileSync(file, JSON.stringify(policy));
  await host.choose(file, () => dialog.getByRole('button', { name: 'Choose another file…' }).click());
  await expect(dialog).toContainText('It counts from Jan 1, 2026.');
  await dialog.getByRole('button', { name: 'Take it in' }).click();
  await expect(dialog).toBeHidden();
  await expect(shell.headline).toHaveText('Northwind model policy');
  await expect(page.getByRole('region', { name: 'What it is' })).toContainText('own');

  // What the models hold of it.
  await page.getByRole('button', { name: 'What is missing by it' }).click();
  const answers = page.getByRole('table', { name: 'Answers' });
  const found = seed.call('governance.completeness', { pack: 'northwind-policy' });
  expect(found.fields[0]?.held).toBe(found.models);
  await expect(
    answers
      .getByRole('row', { name: /^Owner/ })
      .getByRole('cell')
      .first(),
  ).toHaveText(String(found.models));
  await expect(page.getByLabel('Held against')).toContainText('Northwind model policy, own');

  // An edit changes what is missing.
  await page.goBack();
  await page.getByRole('button', { name: 'Change Owner' }).click();
  await dialog.getByLabel('Where the answer stands').fill('field:overseer');
  await expect(dialog).toContainText('human overseer');
  await dialog.getByRole('button', { name: 'Where it is asked for: as in the file' }).click();
  await dialog.getByLabel('Where it is asked for').first().fill('{"of":"model.colour","is":"set"}');
  await expect(dialog.getByRole('alert')).toContainText('model.colour names nothing here');
  await dialog.getByLabel('Where it is asked for').first().fill('');
  await dialog.getByRole('button', { name: 'Where it is asked for: as rows' }).click();
  await dialog.getByRole('button', { name: 'Where it is asked for: add a condition' }).click();
  await dialog.getByLabel('Where it is asked for 1: what is read').selectOption('Tier');
  await dialog.getByLabel('Where it is asked for 1: with what').selectOption('1');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog).toBeHidden();
  const after = seed.call('governance.completeness', { pack: 'northwind-policy' });
  expect(after.fields[0]).toMatchObject({ held: 0, missing: 2 });

  // A duty is added, and goes with an undo.
  await page.getByRole('button', { name: 'Add a duty…' }).click();
  await dialog.getByLabel('What it asks for').fill('Looked at once a year');
  await dialog.getByLabel('Its name in the text').fill('review');
  await dialog.getByLabel('Who does it').fill('Owner');
  await dialog.getByLabel('When', { exact: true }).selectOption('every');
  await dialog.getByLabel('Months').fill('6');
  await dialog.getByLabel('From when').fill('2026-07-01');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog).toBeHidden();
  const duties = page.getByRole('region', { name: 'Duties' });
  await expect(duties).toContainText('Owner, every 6 months. Shown by valid validation.');
  await shell.undoButton.click();
  await expect(duties).not.toContainText('Looked at once a year');

  // Somebody reads what is to be verified; another wording of the line lapses that.
  await page.getByRole('button', { name: 'Mark Owner as read' }).click();
  await dialog.getByLabel('Read by').fill('Bo Larsen');
  await dialog.getByRole('button', { name: 'Mark as read' }).click();
  await expect(dialog).toBeHidden();
  const fields = page.getByRole('region', { name: 'Answers that it asks for' });
  await expect(fields).toContainText('Read in the official text by Bo Larsen');
  await page.getByRole('button', { name: 'Change Owner' }).click();
  await dialog.getByLabel('What the answer says').fill('Name and unit');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(fields).toContainText('To verify: worded otherwise since Bo Larsen read it');
  await shell.undoButton.click();
  await expect(fields).toContainText('Read in the official text by Bo Larsen');

  // It leaves as a file that is the same again.
  const { path, offered } = await madeFile(host, join(folder, 'out.json'), () =>
    page.getByRole('button', { name: 'Export…' }).click(),
  );
  if (offered !== null) expect(offered).toBe('northwind-policy@2026-01-01.json');
  const kept = seed.call('packs.get', { pack: 'northwind-policy' }).pack;
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(kept);

  // An edition of a shipped text has to be meant.
  await page.getByRole('navigation', { name: 'Governance' }).getByRole('link', { name: 'Texts' }).click();
  await page.getByRole('link', { name: /^OSFI Guideline E-23/ }).click();
  await page.getByRole('button', { name: 'Make our own…' }).click();
  await dialog.getByLabel('How it stands to the one it is copied from').selectOption('stands_in');
  await expect(dialog).toContainText('stands in for it, until somebody removes the own one');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Say that it is meant');
  await dialog.getByLabel('That is meant').check();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'What it is' })).toContainText('own, in place of the shipped one');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(shell.headline).toContainText('1 of your own');
  await shell.undoButton.click();
  await expect(shell.headline).toContainText('2 of your own');
});
