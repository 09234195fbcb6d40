import { expect, test } from '../fixtures';
import { InvestmentPage } from '../pages/investment-page';
import { seedBank } from '../seed';

test('a plan asks whether noted amounts of incidents count, shows each answer, and takes one', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  for (const [at, costMinor] of [2_000_000, 4_000_000, null].entries()) {
    const noted = costMinor === null ? {} : { costMinor };
    seed.call('incidents.create', { title: `Outage ${at}`, personHours: 36, ...noted });
  }
  const { id, name } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const { inputs } = seed.call('scenarios.take', { id, measure: 'incidentHours' });
  const people = (36 * inputs.loadedAnnual) / inputs.hoursPerYear;
  expect(inputs.incidentCost).toBeCloseTo(people, 2);
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  await investment.openScenario(name);

  const question = page.getByRole('region', { name: /Do the amounts noted with incidents count/ });
  await expect(question).toContainText('mean of 2 noted of 3 incidents = 30,000');
  await expect(question.getByRole('listitem')).toContainText([/€32,000 an incident/, /€30,000 an/, /€2,000 an/]);
  await question.getByRole('button', { name: 'They count, and the hours come on top' }).click();
  await expect(question).toBeHidden();
  await expect.poll(() => seed.call('scenarios.get', { id }).inputs.incidentCost).toBeCloseTo(people + 30_000, 2);

  // An undo asks again.
  await investment.shell.undoButton.click();
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'They do not count' }).click();
  await expect(question).toBeHidden();
  await expect.poll(() => seed.call('scenarios.get', { id }).inputs.incidentOtherCost).toBe(0);
});
