import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { goToRoute } from '../routes';
import { seedSample } from '../sample';
import { seedBank, seedPortfolio } from '../seed';

test('a whole assessment is answered by keyboard alone', async ({ start, folder }) => {
  test.setTimeout(120_000);
  const seed = seedBank(folder);
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await expect(shell.headline).toContainText('2 models in production');
  await shell.run('Start an assessment');
  await expect(page.getByLabel('Models in production', { exact: true })).toHaveValue('2');
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Autumn');
  await page.keyboard.press('Enter');
  await expect(page.locator('#wizard-question')).toBeVisible();
  for (let question = 0; question < 30; question += 1) {
    const before = await page.locator('#wizard-question').textContent();
    await page.keyboard.press(question % 10 === 9 ? 'u' : String(question % 4));
    await page.keyboard.press('Enter');
    if (question < 29) await expect(page.locator('#wizard-question')).not.toHaveText(before ?? '');
  }
  await expect.poll(() => seed.call('assessments.list', {}).assessments[0]?.answered).toBeCloseTo(0.9, 5);
  await page.getByRole('button', { name: 'Finish' }).first().press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Finish/ })
    .press('Enter');
  await expect(shell.headline).toContainText(/You work (below level 1|at level \d)/);
  await shell.goTo('Overview');
  await expect(shell.headline).toContainText(/; you work (below level 1|at level \d)/);
});

test('two people answer by keyboard alone, and no key becomes a person', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { id } = seed.call('assessments.start', { name: 'Workshop', respondents: ['Ada'] });
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await expect(shell.headline).toContainText('in production');
  await shell.goTo('Assessment');
  await page.getByRole('link', { name: 'Workshop', exact: true }).click();
  const question = page.locator('#wizard-question');
  const people = page.getByRole('region', { name: 'Who answers' });
  await expect(question).toBeFocused();
  await people.getByRole('button', { name: 'Add a person' }).press('Enter');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(people).toContainText('“2” has no letter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Grace');
  await page.keyboard.press('Enter');
  await expect(question).toBeFocused();
  await expect(shell.headline).toContainText('Grace: 0 of 30');
  for (let n = 0; n < 10; n += 1) {
    const before = await question.textContent();
    await page.keyboard.press(String(n % 4));
    await page.keyboard.press('Enter');
    await expect(question).not.toHaveText(before ?? '');
  }
  await page.keyboard.press('p');
  await expect(shell.headline).toContainText('Ada: 0 of 30');
  await page.keyboard.press('1');
  await expect
    .poll(() => seed.call('assessments.get', { id }).responses.map(({ respondent }) => respondent))
    .toEqual([...Array.from({ length: 10 }, () => 'Grace'), 'Ada']);
  expect(seed.call('assessments.get', { id }).respondents).toEqual(['Ada', 'Grace']);

  await page.getByRole('button', { name: 'Finish', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'Who has left questions open' })).toContainText('Ada29 of 30 open');
  await dialog.getByRole('button', { name: /^Ada/ }).press('Enter');
  await expect(dialog).toBeHidden();

  await people.getByRole('button', { name: 'Grace: rename or take out' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Rename…' }).press('Enter');
  await page.keyboard.type('Grace Hopper');
  await page.keyboard.press('Enter');
  await expect(question).toBeFocused();
  await expect(people).toContainText('Grace Hopper10 of 30');
  await people.getByRole('button', { name: 'Grace Hopper: rename or take out' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Take out, with 10 answers' }).press('Enter');
  await expect(people).not.toContainText('Grace');
  await expect.poll(() => seed.call('assessments.get', { id }).responses).toHaveLength(1);
  await shell.undoButton.click();
  await expect(people).toContainText('Grace Hopper10 of 30');
});

test('the window closes in the middle and nothing is lost', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { id } = seed.call('assessments.start', { name: 'Workshop' });
  const first = await start({ portfolio: seed.file });
  await expect(new ShellPage(first.page).headline).toContainText('in production');
  await new ShellPage(first.page).goTo('Assessment');
  await first.page
    .getByRole('button', { name: /Continue/ })
    .or(first.page.getByRole('link', { name: /Continue|Workshop/ }))
    .first()
    .click();
  await expect(first.page.locator('#wizard-question')).toBeVisible();
  await first.page.keyboard.press('2');
  await first.page.getByLabel('Comment').fill('As shown on 3 May');
  await expect.poll(() => seed.call('assessments.get', { id }).responses[0]?.comment).toBe('As shown on 3 May');
  const answered = await first.page.locator('#wizard-question').textContent();
  await first.page.keyboard.press('Escape');
  await first.page.keyboard.press('Enter');
  await expect(first.page.locator('#wizard-question')).not.toHaveText(answered ?? '');
  const left = await first.page.locator('#wizard-question').textContent();
  await first.close();

  const kept = seed.call('assessments.get', { id });
  expect(kept.responses[0]).toMatchObject({ value: 2, comment: 'As shown on 3 May' });
  const second = await start({ portfolio: seed.file });
  await new ShellPage(second.page).goTo('Assessment');
  await second.page
    .getByRole('button', { name: /Continue/ })
    .or(second.page.getByRole('link', { name: /Continue|Workshop/ }))
    .first()
    .click();
  await expect(second.page.locator('#wizard-question')).toHaveText(left ?? '');
});

test('a result prints dark on white, whatever the screen is', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { id } = seed.call('assessments.start', { name: 'Autumn' });
  seed.call('assessments.answer', { id, questionId: 'MG1', value: 2 });
  seed.call('assessments.finish', { id });
  const { page } = await start({ portfolio: seed.file, colorScheme: 'dark' });
  await new ShellPage(page).goTo('Assessment');
  await page.getByRole('link', { name: 'Autumn', exact: true }).click();
  const headline = page.getByRole('heading', { level: 1, name: /You work/ });
  await expect(headline).toBeVisible();
  const ink = () => headline.evaluate((element) => getComputedStyle(element).color);
  await expect.poll(ink).toBe('rgb(230, 234, 240)');
  await page.emulateMedia({ media: 'print' });
  await expect.poll(ink).toBe('rgb(27, 35, 48)');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
});

test('owners, due days, sponsor and day of the decision are named by keyboard, kept, and undone', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { id } = seed.call('assessments.start', { name: 'Autumn' });
  seed.call('assessments.answer', { id, questionId: 'MG1', value: 0 });
  seed.call('assessments.finish', { id });
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.goTo('Assessment');
  await page.getByRole('link', { name: 'Autumn', exact: true }).click();
  const owners = page.getByRole('region', { name: /^Who, by when/ });
  await expect(owners).toContainText('No step has an owner yet');
  await owners.getByLabel('Sponsor').focus();
  await page.keyboard.type('Ada Lovelace');
  await page.keyboard.press('Tab');
  await page.keyboard.type('31.12.');
  await page.keyboard.press('Enter');
  await expect(owners).toContainText('“31.12.”');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('15 Dec 2027');
  await page.keyboard.press('Enter');
  await expect(owners.getByLabel('Day of the decision')).toHaveValue('Dec 15, 2027');
  await owners.getByLabel('Owner of MG1').fill('Radia Perlman');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2020-01-31');
  await page.keyboard.press('Enter');
  await expect(owners).toContainText(/still need an owner; 1 is due before the plan has it done/);
  const kept = () => seed.call('assessments.get', { id }).roadmap;
  const steps = [{ id: 'MG1', owner: 'Radia Perlman', due: '2020-01-31' }];
  await expect.poll(kept).toMatchObject({ sponsor: 'Ada Lovelace', decisionDay: '2027-12-15', steps });
  await page.reload();
  await expect(owners.getByLabel('Owner of MG1')).toHaveValue('Radia Perlman');
  await expect(owners.getByLabel('Sponsor')).toHaveValue('Ada Lovelace');
  await shell.undoButton.click();
  await expect(owners.getByLabel('Due day of MG1')).toHaveValue('');
  await expect.poll(() => kept()?.steps).toEqual([{ id: 'MG1', owner: 'Radia Perlman' }]);
});

test('a consultant assesses in an empty portfolio with typed numbers', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedPortfolio(folder).file });
  const shell = new ShellPage(page);
  await expect(page.getByText('Nothing in this portfolio yet').first()).toBeVisible();
  await shell.run('Start an assessment');
  await page.getByLabel('Models in production', { exact: true }).fill('30');
  await page.getByLabel('Updates a year of each', { exact: true }).fill('12');
  await expect(page.getByRole('main')).toContainText(/level 3/i);
});

test('an offer without governance is incomplete, whatever else it has', async ({ start, folder }) => {
  const seed = seedPortfolio(folder);
  const full = { coverage: 'full', evidence: 'Demo' } as const;
  const none = { coverage: 'none', evidence: '' } as const;
  seed.call('vendors.save', {
    name: 'Platform',
    components: {
      feature_store: full,
      model_registry: full,
      experiment_tracking: full,
      cicd_pipelines: full,
      model_monitoring: full,
      model_governance: none,
    },
  });
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await expect(page.getByText('Nothing in this portfolio yet').first()).toBeVisible();
  await shell.run('Vendor scorecard');
  await expect(page.getByRole('main')).toContainText('Platform');
  await expect(page.getByRole('main')).toContainText(/incomplete/i);
});

test('the same question of earlier assessments stands beside it, with what was scored and borne out', async ({
  start,
  folder,
}) => {
  const seed = seedSample(folder);
  const { id } = seed.call('assessments.start', { name: 'Third' });
  const [second] = seed.call('assessments.list', {}).assessments.filter(({ name }) => name === 'Second assessment');
  const earlier = seed.call('assessments.get', { id: second?.id ?? '' });
  const { page } = await start({ portfolio: seed.file });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await goToRoute(page, `/assessments/${id}?q=%22MM2%22`);
  const before = page.getByRole('region', { name: 'Before' });
  await expect(before.getByRole('listitem')).toHaveCount(2);
  const [first] = await before.getByRole('listitem').allInnerTexts();
  const said = earlier.responses
    .filter(({ questionId }) => questionId === 'MM2')
    .map(({ value }) => String(value))
    .sort()
    .reverse();
  expect(said.length).toBeGreaterThan(1);
  expect(first).toContain(said.join(', '));
  expect(first).toContain(`scored ${earlier.answers.MM2?.value}`);
  await before.getByRole('link', { name: 'Second assessment' }).click();
  await expect(page).toHaveURL(/\/result$/);
});
