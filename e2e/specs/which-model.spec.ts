import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedPortfolio } from '../seed';

test('a name that two models have is asked with both of them, for incidents and for drift results', async ({
  start,
  folder,
}) => {
  const seed = seedPortfolio(folder);
  for (const unit of ['Retail', 'Motor']) seed.call('models.create', { name: 'Churn', unit });
  seed.call('models.create', { name: 'Fraud', unit: 'Cards' });
  const incidents = join(folder, 'incidents.csv');
  writeFileSync(
    incidents,
    [
      'Incident ID,Title,Severity,Status,Opened,Resolved,Model',
      'A-1,Late,3,Open,2026-03-01 10:00,,fraud',
      'A-2,Late,3,Open,2026-03-02 10:00,,fraud',
      'A-3,Late,3,Open,2026-03-03 10:00,,Churn',
    ].join('\n'),
  );
  const results = join(folder, 'results.csv');
  writeFileSync(
    results,
    ['model,time,column,metric,value', 'Churn,2026-03-01,age,psi,0.1', 'Fraud,2026-03-01,age,psi,0.1'].join('\n'),
  );
  const { page, choose } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  const pick = (): Promise<void> => page.getByRole('button', { name: 'Choose a file' }).click();

  await shell.goTo('Imports');
  await choose(incidents, pick);
  await page.getByRole('tab', { name: 'Models (2)' }).click();
  const row = page.getByRole('row', { name: /^Churn/ });
  await expect(row).toContainText('Fits several');
  await page.getByRole('combobox', { name: 'Model of Churn' }).click();
  await expect(page.getByRole('group', { name: 'Fits' }).getByRole('option')).toHaveText([
    'Churn (Retail)',
    'Churn (Motor)',
  ]);
  await page.getByRole('option', { name: 'Churn (Motor)' }).click();
  await expect(row).toContainText('Chosen here');

  await shell.goTo('Imports');
  await choose(results, pick);
  const subject = page.getByRole('row', { name: /^Churn/ });
  await expect(subject).toContainText('Fits several');
  await page.getByRole('combobox', { name: 'Model for Churn' }).click();
  await page.getByRole('group', { name: 'Fits' }).getByRole('option', { name: 'Churn (Retail)' }).click();
  await expect(shell.headline).toHaveText('2 rows: 2 new results');
});
