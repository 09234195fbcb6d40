import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { InvestmentPage } from '../pages/investment-page';
import { seedBank } from '../seed';

test('a case is made from a preset, changed, and says what the command host computes', async ({ start, folder }) => {
  test.setTimeout(120_000);
  const seed = seedBank(folder);
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  await expect(investment.shell.headline).toContainText('What does staying at level 1 cost');
  await page.getByRole('button', { name: 'Start with the expected case' }).click();
  await investment.arrived();
  await expect(investment.shell.headline).toContainText(/^Level 2 returns €.+ over 5 years and pays back after/);

  await investment.enter('Level 2: people per model', '0.35');
  await expect(investment.input('Level 2: people per model')).toHaveAccessibleName(/0\.35, entered$/);
  const [head] = seed.call('scenarios.list', {}).scenarios;
  const kept = () => seed.call('scenarios.get', { id: head?.id ?? '' });
  await expect.poll(() => kept().inputs.levels.L2?.operateFte).toBe(0.35);

  // The same numbers through the rules alone, from the inputs as the file has them.
  const { inputs, items, result } = kept();
  const projected = seed.call('investment.project', { inputs }).comparisons['L2 vs L1'];
  expect(result.npv).toBeCloseTo(projected?.npv ?? Number.NaN, 6);
  const shown = await investment.flowsOfNpv();
  const sum = shown.reduce((total, flow) => total + flow, 0);
  // The screen rounds each year to the unit.
  expect(Math.abs(sum - (projected?.npv ?? Number.NaN))).toBeLessThanOrEqual(shown.length / 2);

  // What was there before is not lost, and undo brings it back.
  expect(items.find(({ path }) => path === 'levels.L2.operateFte')?.trail).toMatchObject([
    { value: 0.2, origin: { kind: 'assumption', grade: 'D' } },
  ]);
  await page.keyboard.press('Escape');
  await investment.shell.undoButton.click();
  await expect(investment.input('Level 2: people per model')).toHaveAccessibleName(/0\.2, assumption D$/);
});

test('a slider moves the result before it is kept', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { id, name } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  await investment.openScenario(name);
  const before = await investment.figure('Net present value').textContent();
  await investment.input('Level 1: people per model').click();
  await page.getByRole('slider', { name: /^Level 1: people per model/ }).press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(investment.figure('Net present value')).not.toHaveText(before ?? '');
  await expect.poll(() => seed.call('scenarios.get', { id }).inputs.levels.L1?.operateFte ?? 0).toBeGreaterThan(0.5);
});

test('a CFO asks what if, opens the numbers, and gets a sentence for an impossible one', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { id, name } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  await investment.openScenario(name);

  const salary = page.getByRole('button', { name: /^Salary \+30/ });
  const answer = (await salary.textContent())?.match(/€[\d.]+[KM]/)?.[0] ?? 'no answer';
  await salary.click();
  await expect(investment.figure('Net present value')).toContainText(answer);
  const { inputs } = seed.call('scenarios.get', { id });
  const dearer = { ...inputs, loadedAnnual: inputs.loadedAnnual * 1.3 };
  const npv = seed.call('investment.project', { inputs: dearer }).comparisons['L2 vs L1']?.npv ?? Number.NaN;
  const sum = (await investment.flowsOfNpv()).reduce((total, flow) => total + flow, 0);
  expect(Math.abs(sum - npv)).toBeLessThanOrEqual(3);
  await page.getByRole('button', { name: 'Reset', exact: true }).click();

  await page.getByRole('button', { name: /^Level 2, year 2: .*how it comes about/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Level 2 in year 2' });
  await expect(dialog).toContainText('living models × people per model × cost of a person');
  await expect(dialog).toContainText('assumption D');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: /^Level 2, present value: .*how it comes about/ }).click();
  const present = page.getByRole('dialog', { name: 'Level 2, present value of its cost' });
  const pvCost = seed.call('investment.project', { inputs }).levels.L2?.pvCost ?? Number.NaN;
  await expect(present).toContainText(`= ${new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(pvCost)}`);
  await present.getByRole('button').nth(2).click();
  await page.getByRole('dialog', { name: 'Level 2 in year 2' }).waitFor();
  await page.keyboard.press('Escape');

  await investment.input('Cost of a person').click();
  const field = page.getByRole('textbox', { name: /^Cost of a person, / });
  await field.fill('-5');
  await field.press('Enter');
  await expect(page.getByText(/Write an amount from 0/)).toBeVisible();
  expect(seed.call('scenarios.get', { id }).inputs.loadedAnnual).toBe(inputs.loadedAnnual);
});

test('a scenario becomes the plan and two are compared', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const first = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const second = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'conservative' } });
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  await page.getByRole('button', { name: `Use ${second.name} as the plan` }).click();
  await expect(investment.shell.headline).toContainText('Level 2 costs');
  expect(seed.call('scenarios.get', { id: second.id }).chosen).toBe(true);
  expect(seed.call('scenarios.get', { id: first.id }).chosen).toBe(false);

  await investment.shell.goTo('Overview');
  const plan = page.getByRole('region', { name: `The plan: ${second.name}` });
  await expect(plan).toContainText('level 2 against level 1');
  await plan.getByRole('link', { name: 'Open the plan' }).click();
  await investment.arrived();
  await expect(investment.shell.headline).toContainText('Level 2 costs');
  await investment.open();

  await page.getByRole('checkbox', { name: `Compare ${first.name}`, exact: true }).check();
  await page.getByRole('checkbox', { name: `Compare ${second.name}`, exact: true }).check();
  await page.getByRole('button', { name: 'Compare 2' }).click();
  await investment.shell.arrived(/\/investment\/compare/);
  await expect(investment.shell.headline).toContainText(/ranges from −€.+ in “Conservative” to €.+ in “Expected”/);
  const npv = page.getByRole('row', { name: /^Net present value/ });
  // What rests on guesses is said with two figures.
  const short = (amount: number) =>
    new Intl.NumberFormat('en', {
      style: 'currency',
      currency: 'EUR',
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumSignificantDigits: 2,
    }).format(Math.abs(amount));
  await expect(npv).toContainText(short(first.result.npv));
  await expect(npv).toContainText(`−${short(second.result.npv)}`);
  const differs = seed.call('scenarios.compare', { ids: [first.id, second.id] }).inputs.length;
  await expect(page.getByRole('table', { name: 'Inputs that differ' }).getByRole('row')).toHaveCount(differs + 1);
});

test('the article’s staffing is compared, but does not make flat lines of the others', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const presets = ['expected', 'conservative', 'article'] as const;
  const made = presets.map((preset) => seed.call('scenarios.create', { from: { kind: 'preset', preset } }));
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  for (const { name } of made) await page.getByRole('checkbox', { name: `Compare ${name}`, exact: true }).check();
  await page.getByRole('button', { name: 'Compare 3' }).click();
  await investment.shell.arrived(/\/investment\/compare/);
  const article = page.getByRole('group', { name: 'In the picture' }).getByRole('button', { name: /staffing/ });
  await expect(article).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByText('would make flat lines of the others')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Before you quote a figure' })).toContainText('a story, not a forecast');
  await article.click();
  await expect(article).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('would make flat lines of the others')).toHaveCount(0);
});

test('looking changes nothing: a view is in the address, a link shows it again, and it is kept when asked', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { id, name } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  await investment.openScenario(name);
  const entries = () => seed.call('journal.list', { limit: 1 }).total;
  const before = entries();

  await page.getByRole('button', { name: '3 against 2' }).click();
  await page.getByRole('button', { name: /^Half the growth/ }).click();
  const years = page.getByRole('textbox', { name: 'Years of the plan' });
  await years.fill('7');
  await years.press('Tab');
  await expect(page).toHaveURL(/compare=L3-L2/);
  await expect(page).toHaveURL(/years=7/);
  await expect(page.getByText('A view: what is kept is level 2 against level 1, over 5 years.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^New models in year 5: 4, what if; kept as 8/ })).toBeVisible();
  // Nobody has planned the years that were added: they hold the portfolio, and the view says so.
  await expect(page.getByRole('button', { name: /^New models in year 7: 0/ })).toBeVisible();
  await expect(page.getByText('After year 5 the portfolio is held')).toBeVisible();
  await expect(investment.shell.headline).toContainText(/^With half the growth, level 3/);
  expect(entries()).toBe(before);

  await page.reload();
  await investment.arrived();
  await expect(investment.shell.headline).toContainText(/^With half the growth, level 3/);
  await expect(page.getByRole('button', { name: '3 against 2' })).toHaveAttribute('aria-pressed', 'true');
  await expect(years).toHaveValue('7');

  await page.getByRole('button', { name: /^Half the growth/ }).click();
  await page.getByRole('button', { name: 'Save as the plan’s own' }).click();
  await expect(page.getByText('A view: what is kept')).toHaveCount(0);
  const kept = seed.call('scenarios.get', { id });
  expect([kept.compare, kept.inputs.newModels.length]).toEqual(['L3 vs L2', 7]);
  expect(kept.items.find(({ path }) => path === 'newModels.6')?.origin).toMatchObject({
    kind: 'assumption',
    grade: 'D',
  });
  expect(entries()).toBe(before + 1);
});

test('the team that is asked about stays with the address', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { id } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  await page.getByRole('link', { name: 'Expected', exact: true }).click();
  await investment.shell.arrived(new RegExp(id));
  const team = page.getByRole('textbox', { name: 'People in the team' });
  await team.fill('12');
  await team.press('Enter');
  await expect(page.getByText('Models that 12 people keep alive')).toBeVisible();
  expect(new URL(page.url()).search).toContain('team=12');
  await page.getByRole('button', { name: 'Money and time' }).click();
  await page.getByRole('switch', { name: 'Discount from the middle of each year' }).press('Space');
  await expect(page).toHaveURL(/team=12/);
  await expect(page.getByText('Models that 12 people keep alive')).toBeVisible();
});

test('a chart has its table and its files', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { name } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const investment = new InvestmentPage(page);
  await investment.open();
  await investment.openScenario(name);
  const chart = page.getByRole('figure').filter({ has: page.getByRole('img', { name: /^Cumulative cost/ }) });
  const menu = chart.getByRole('button', { name: /What to do with the chart/ });
  await menu.click();
  const save = page.getByRole('menuitem', { name: 'Save as CSV' });
  const path = join(folder, 'cumulative.csv');
  if (host.kind === 'electron') await host.choose(path, () => save.click());
  else {
    const download = page.waitForEvent('download');
    await save.click();
    expect((await download).suggestedFilename()).toBe('Cumulative cost.csv');
    await (await download).saveAs(path);
  }
  await expect(page.getByText('“Cumulative cost” was saved.')).toBeVisible();
  const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFFend of year,"Level 1, EUR","Level 2, EUR","Level 3, EUR"');
  const { levels } = seed.call('investment.project', {
    inputs: seed.call('scenarios.get', { id: seed.call('scenarios.list', {}).scenarios[0]?.id ?? '' }).inputs,
  });
  // Summed from months, as the options are.
  expect(Number(lines.at(-1)?.split(',')[2])).toBeCloseTo(levels.L2?.cumulative.at(-1) ?? 0, 3);
  await menu.click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'Cumulative cost' }).getByRole('row')).toHaveCount(7);
});

test('a plan far larger than the assumed costs are meant for is not headlined with a sum', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { id, name, inputs } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  seed.call('scenarios.update', { id, patch: { inputs: { ...inputs, modelsAtStart: 892 } } });
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  await investment.openScenario(name);
  await expect(investment.shell.headline).toHaveText(
    'What level 2 costs to build for 926 models (892 now) has yet to be entered',
  );
  const cautions = page.getByRole('list', { name: 'Before you quote a figure' });
  await expect(cautions).toContainText('meant for some dozens of models, not for 926');

  await page.getByRole('button', { name: /Building it/ }).click();
  await investment.enter('Level 2: investment, once', '9000000');
  await expect(investment.shell.headline).toContainText('Level 2 returns');

  // A cost of one's own is paid from its month on, and is the file's.
  await page.getByRole('button', { name: 'Add a cost of your own' }).click();
  const form = page.getByRole('form', { name: 'A new cost line' });
  await form.getByRole('button', { name: 'Add the line' }).click();
  await expect(form.getByRole('alert')).toHaveText('Write what the cost is for.');
  await form.getByLabel('What it is for').fill('Licence');
  await form.getByLabel('Begins in month').fill('7');
  await form.getByLabel('A year, EUR').fill('12000');
  await form.getByRole('button', { name: 'Add the line' }).click();
  await expect(page.getByRole('button', { name: 'Change Licence' })).toBeVisible();
  const lines = () => seed.call('scenarios.get', { id }).inputs.costLines ?? [];
  await expect
    .poll(lines)
    .toMatchObject([{ label: 'Licence', levels: ['L2'], startMonth: 6, oneOff: 0, yearly: 12_000 }]);
  await page.getByRole('button', { name: 'Leave out Licence' }).click();
  await expect.poll(lines).toEqual([]);
});
