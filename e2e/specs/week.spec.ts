import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedSample } from '../sample';

test('on a Monday, what changed is offered first, and each row leads to what is done about it', async ({ start }) => {
  test.slow();
  const { page } = await start();
  const shell = new ShellPage(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  const offer = page.getByRole('link', { name: /^This week: \d+ new/ });
  await expect(offer).toBeVisible({ timeout: 150_000 });
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('option').first()).toContainText(/This week: \d+ new/);
  await page.keyboard.press('Escape');
  await offer.click();

  await expect(page).toHaveURL(/\/week$/);
  const goesOn = page.getByRole('region', { name: 'What goes on' });
  for (const title of [
    /^Drifted: 3/,
    /^Retraining: 3 due, 0 in work/,
    /^Open incidents: 4/,
    /^Silent: 2/,
    /^Reviews: /,
  ])
    await expect(goesOn.getByRole('rowheader', { name: title })).toBeVisible();
  const drifted = goesOn.getByRole('row', { name: /^Act Motor claim severity Tier 1 .*PSI of repair_cost_index/ });
  await expect(drifted).toContainText('Sofia Marchetti');
  await expect(drifted.getByRole('link', { name: '46', exact: true })).toBeVisible();
  await expect(drifted).toContainText('5.1, ');
  await expect(page.getByText(/a week, for you have not looked before/)).toBeVisible();

  // What is new, of whom, since when: all of it is in the address.
  await page.getByText('New', { exact: true }).click();
  await expect(page).toHaveURL(/show=.*new/);
  const rows = goesOn.locator('tr[data-row]');
  await expect(rows).not.toHaveCount(0);
  await expect(rows.filter({ hasText: 'new' })).toHaveCount(await rows.count());
  await page.getByText('All', { exact: true }).click();
  await page.getByLabel('Owner').selectOption('Luca Moretti');
  await expect(goesOn.getByRole('row', { name: /Motor claim severity/ })).toHaveCount(0);
  await expect(goesOn.getByRole('row', { name: /Real-time claims fraud/ }).first()).toBeVisible();
  await page.getByLabel('Owner').selectOption('');

  // An incident is reported of a model that drifted without one; retraining is taken on in place.
  await goesOn.getByRole('button', { name: 'Report incident: Real-time claims fraud' }).click();
  await expect(page.getByRole('dialog').locator('input[value="Real-time claims fraud"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await goesOn
    .getByRole('button', { name: /^Start work/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  // An incident's next step is done where its row stands, and the focus stays there.
  await goesOn.getByRole('button', { name: 'Acknowledge: Service assistant' }).focus();
  await page.keyboard.press('Enter');
  const assistant = goesOn.getByRole('button', { name: 'Mitigate: Service assistant' });
  await expect(assistant).toBeFocused();
  await expect(shell.undoButton).toHaveAccessibleName(/acknowledged/);
  await page.keyboard.press('Enter');
  const step = page.getByRole('dialog', { name: 'Incident 44' });
  await expect(step.getByLabel('Who mitigates it')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Yuki Tanaka');
  await step.getByRole('button', { name: 'Keep the plan' }).click();
  await expect(step).toBeHidden();
  await expect(assistant).toBeFocused();

  // One that is settled goes, and the row in its place has the focus.
  const incidents = goesOn.getByRole('button', { name: /^(Mitigate|Resolve|Acknowledge): / });
  const before = await incidents.count();
  await goesOn.getByRole('button', { name: 'Resolve: Quote conversion' }).click();
  await page.getByRole('dialog').getByLabel('Note').fill('Back to the usual mix');
  await page.getByRole('dialog').getByRole('button', { name: 'Set to resolved' }).click();
  await expect(incidents).toHaveCount(before - 1);
  await expect(goesOn.getByRole('button').and(page.locator(':focus'))).toHaveAccessibleName(/: Document sorting/);
  await shell.undoButton.click();
  await expect(incidents).toHaveCount(before);

  // A review is recorded in place; what was overdue is settled.
  const review = goesOn.getByRole('button', { name: 'Record review: Annuity longevity' });
  await review.click();
  const recorded = page.getByRole('dialog', { name: 'Record a review of Annuity longevity' });
  await recorded.getByLabel('Reviewed by').fill('Greta Voss');
  await recorded.getByRole('button', { name: 'Record review' }).click();
  await expect(review).toHaveCount(0);

  // Retraining that no drift asks for is asked for here, with a reason.
  await goesOn.getByRole('button', { name: 'Ask for retraining' }).click();
  const ask = page.getByRole('dialog', { name: 'Ask for retraining' });
  await ask.getByLabel('Model in production').fill('Home peril');
  await page.getByRole('option', { name: /^Home peril pricing/ }).click();
  await ask.getByLabel('Reason').fill('Two storms that no year had before');
  await ask.getByRole('button', { name: 'Ask for retraining' }).click();
  await expect(goesOn.getByRole('rowheader', { name: /^Retraining: 4 due, 0 in work/ })).toBeVisible();
  await expect(goesOn.getByRole('row', { name: /Home peril pricing .*asked for by a person/ })).toBeVisible();
  await shell.undoButton.click();
  await expect(goesOn.getByRole('rowheader', { name: /^Retraining: 3 due, 0 in work/ })).toBeVisible();

  // Looking is no fact: nothing is there to undo that was not there before.
  await expect(shell.undoButton).not.toHaveAccessibleName(/look/i);
});

test('the week goes along as a mail and as a calendar file', async ({ start, folder }) => {
  test.slow();
  const host = await start({ portfolio: seedSample(folder).file });
  const { page } = host;
  const shell = new ShellPage(page);
  await shell.goTo('This week');
  await shell.arrived('**/week');
  await page.getByRole('button', { name: 'Take along' }).click();
  const mail = page.getByRole('menuitem', { name: /^Mail this page/ });
  await expect.poll(async () => decodeURIComponent((await mail.getAttribute('href')) ?? '')).toContain('level');
  const text = new URL((await mail.getAttribute('href')) ?? '').searchParams.get('body') ?? '';
  expect(text).toContain(`${await shell.headline.textContent()}.`);
  expect(text).toContain('Motor claim severity (tier 1, Sofia Marchetti)');

  const saved = join(folder, 'due.ics');
  const item = page.getByRole('menuitem', { name: /Calendar file/ });
  if (host.kind === 'electron') {
    await host.choose(saved, () => item.click());
    await expect(page.getByText(/\d+ entries; due\.ics is written/)).toBeVisible();
  } else {
    const download = page.waitForEvent('download');
    await item.click();
    await (await download).saveAs(saved);
  }
  expect(readFileSync(saved, 'utf8')).toMatch(/^BEGIN:VCALENDAR[\s\S]*Review due: [\s\S]*END:VCALENDAR\s*$/);
});
