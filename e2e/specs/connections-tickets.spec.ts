import { fakeJira, stateMove } from '../../src-main/importers/jira/testing/fake-jira';
import { startServer } from '../../src-main/importers/mlflow/testing/golden';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedPortfolio } from '../seed';

test('tickets of a Jira come in, are attached by a rule, and open from the model', async ({ start, folder }) => {
  const ticket = {
    id: '10001',
    key: 'OPS-1',
    created: '2026-11-01T08:00:00.000Z',
    updated: '2026-11-01T12:00:00.000Z',
    summary: 'Scores are late',
    status: '5',
    priority: 'High',
    components: ['Claims triage'],
    histories: [stateMove('2026-11-01T08:30:00.000Z', '1', '3'), stateMove('2026-11-01T12:00:00.000Z', '3', '5')],
  };
  const fake = fakeJira('Cloud', [
    ticket,
    { ...ticket, id: '10002', key: 'OPS-2', summary: 'Printer', components: ['Office'] },
  ]);
  fake.now = new Date().toISOString();
  const server = await startServer(fake.answer);
  try {
    const seed = seedPortfolio(folder);
    seed.call('models.create', { name: 'Claims triage' });
    const { page } = await start({ portfolio: seed.file });
    const shell = new ShellPage(page);
    await shell.goTo('Imports');
    await page.getByRole('button', { name: 'Connect a server' }).click();
    await page.getByRole('button', { name: 'Connect a server' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What is it').selectOption('Jira');
    await expect(form.getByText('not on a real server: look at what it brings')).toBeVisible();
    await form.getByLabel('Name').fill('Jira, operations');
    await form.getByLabel('Address').fill(server.address);
    await form.getByLabel('E-mail').fill('me@acme.example');
    await form.getByLabel('API token').fill('tok-4711');
    await form.getByRole('button', { name: 'Go on' }).click();
    await expect(form.getByRole('alert')).toContainText('give its Project or JQL');
    await form.getByLabel('Project or JQL').fill('OPS');
    await form.getByRole('button', { name: 'Go on' }).click();

    await page
      .getByRole('dialog', { name: 'This leaves your computer' })
      .getByRole('button', { name: 'Agree and test the connection' })
      .click();
    const tested = page.getByRole('dialog', { name: '“Jira, operations” answers' });
    await expect(tested.getByText('Jira Cloud with 2 tickets, asked as Ana Petrov')).toBeVisible();
    await tested.getByRole('button', { name: 'Look at what it brings' }).click();

    const brings = page.getByRole('region', { name: 'What Jira, operations brings' });
    await expect(brings.getByText('2 tickets of no model so far')).toBeVisible();
    await brings.getByRole('button', { name: 'Component Claims triage is of Claims triage' }).click();
    await expect(brings.getByRole('row', { name: /OPS-1 Scores are late/ })).toContainText('of Claims triage');
    await brings.getByRole('button', { name: 'Component Office is of no model' }).click();
    await brings.getByRole('button', { name: 'Take 2 changes' }).click();
    await expect(shell.headline).toHaveText('1 connection, nothing new when last read');

    // Its rules are kept and followed though the server answers no more.
    server.close();
    await page.getByRole('button', { name: 'More for Jira, operations' }).click();
    await page.getByRole('menuitem', { name: 'Rules of its tickets' }).click();
    const rules = page.getByRole('dialog', { name: 'Rules of “Jira, operations”' });
    const office = rules.getByRole('row', { name: /Component Office/ });
    await office.getByRole('button', { name: 'Remove the rule of Component Office' }).click();
    await rules.getByRole('button', { name: 'Component Office is of no model' }).click();
    await expect(rules.getByText('Each ticket is of a model, or of none')).toBeVisible();
    const word = rules.getByLabel('State In Arbeit means');
    await word.selectOption('Mitigated');
    await expect(word).toHaveValue('mitigated');
    await rules.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: 'More for Jira, operations' }).click();
    await page.getByRole('menuitem', { name: 'In detail, and what was asked' }).click();
    const requests = page.getByRole('region', { name: 'Requests of Jira, operations' });
    await expect(requests.getByRole('row').nth(1)).toContainText('POST /rest/api/3/search/jql');
    await expect(requests.getByRole('row').nth(1)).toContainText('× 200');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

    await shell.goTo('Portfolio');
    await page.getByRole('link', { name: 'Claims triage' }).click();
    const panel = page.getByRole('region', { name: 'Incidents', exact: true });
    await expect(panel.getByRole('link', { name: 'OPS-1' })).toHaveAttribute(
      'href',
      'https://acme.atlassian.net/browse/OPS-1',
    );
    await panel.getByRole('link', { name: 'Scores are late' }).click();
    const from = page.getByRole('region', { name: 'Where it comes from' });
    await expect(from).toContainText('Jira, operations OPS-1');
    await expect(from).toContainText('Read through the connection');
    await expect(from.getByRole('link', { name: 'Open there' })).toHaveAttribute(
      'title',
      'https://acme.atlassian.net/browse/OPS-1',
    );
  } finally {
    server.close();
  }
});
