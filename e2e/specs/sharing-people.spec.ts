import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authority, openssl } from '../../src-main/central/testing/certificates';
import { postgres, startPostgres, type TestServer } from '../../src-main/central/testing/postgres';
import { expect, test } from '../fixtures';
import { expectNone } from '../no-violations';
import { PortfolioPage } from '../pages/portfolio-page';
import { SharingPage } from '../pages/sharing-page';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test.skip(postgres.why !== null, postgres.why ?? '');

let server: TestServer;
test.beforeEach(async () => {
  server = await startPostgres();
});
test.afterEach(() => server.remove());

const DATABASE = 'modelfolio';

test('a colleague away, a viewer who needs more, and a portfolio of an older program', async ({ start, folder }) => {
  test.setTimeout(240_000);
  const priya = await server.login('priya', 'CREATEROLE');
  const emil = await server.login('emil');
  await server.sql(`CREATE DATABASE ${DATABASE} OWNER priya`);
  const first = await start({ portfolio: seedBank(folder).file });
  test.skip(first.kind !== 'loopback', 'Two computers are two loopback hosts here.');
  const hers = new SharingPage(first.page);
  await new ShellPage(first.page).headline.waitFor();
  await hers.share('Northwind Bank', 'Priya Raman', { ...priya, database: DATABASE });
  await hers.invite('emil', 'Emil Sandberg');

  const elsewhere = join(folder, 'emil');
  mkdirSync(elsewhere);
  const second = await start({ folder: elsewhere });
  const his = new SharingPage(second.page);
  await his.join('Northwind Bank', { ...emil, database: DATABASE });
  const [hersGrid, hisGrid] = [new PortfolioPage(first.page), new PortfolioPage(second.page)];
  await new ShellPage(second.page).goTo('Portfolio');
  await expect.poll(async () => (await hisGrid.names()).length).toBe(5);

  await test.step('what is not yet shared is marked where it stands, and listed by its own fields', async () => {
    await server.stop('immediate');
    await expect(his.bar).toContainText('Offline since', { timeout: 10_000 });
    await hisGrid.edit('Churn', 'Business unit', 'Retail', 'Private banking');
    const cell = hisGrid.row('Churn').getByRole('gridcell', { name: 'Private banking' });
    await expect(cell.getByRole('img', { name: 'not yet shared' })).toBeVisible();
    await expect(hisGrid.row('Churn').getByRole('img', { name: 'not yet shared' })).toHaveCount(1);
    await expect(hisGrid.row('Mortgage PD').getByRole('img', { name: 'not yet shared' })).toHaveCount(0);
    await his.waits.click();
    const waiting = his.card(/Not yet shared: 1/);
    await expect(waiting).toContainText('Business unit: Retail → Private banking');
    await expect(waiting).not.toContainText(/search|updated/i);
    await waiting.getByRole('link').click();
    await expect(second.page.getByRole('main')).toContainText('not yet shared: Business unit');
    await second.page.getByRole('button', { name: 'Note a finding…' }).click();
    const dialog = second.page.getByRole('dialog');
    await dialog.getByLabel('What was found').fill('No fallback');
    await dialog.getByRole('button', { name: 'Note it' }).click();
    const finding = second.page.getByRole('listitem').filter({ hasText: 'No fallback' });
    await expect(finding.getByRole('img', { name: 'not yet shared' })).toBeVisible();
    await expectNone(second, 'a model that is not yet shared');
  });

  await test.step('what others did meanwhile is told once', async () => {
    await server.start();
    await hers.openPage();
    await hers.tryNow();
    await second.close();
    await new ShellPage(first.page).goTo('Portfolio');
    await hersGrid.edit('Mortgage PD', 'Business owner', 'Grace', 'Barbara');
    await expect(hersGrid.row('Mortgage PD')).toContainText('Barbara');
  });

  const file = readdirSync(elsewhere, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('.modelfolio'),
  );
  const third = await start({ folder: elsewhere, portfolio: join(elsewhere, file ?? '') });
  const again = new SharingPage(third.page);
  await test.step('… with what waited shared, and dismissed', async () => {
    await again.openPage();
    // What this computer has kept of the password, it has kept until it was closed.
    await third.page.getByLabel('Password of emil').fill(emil.password ?? '');
    await again.tryNow();
    await expect(again.waits).toBeHidden({ timeout: 10_000 });
    const away = third.page.getByRole('region', { name: 'While you were away' });
    await expect(away).toContainText('Priya Raman made 1 change');
    await away.getByRole('button', { name: 'Show' }).click();
    await expect(away.getByRole('link', { name: /Mortgage PD/ })).toBeVisible();
    await expect(away.getByRole('listitem')).toContainText('Priya Raman');
    await expectNone(third, 'what others did');
    await away.getByRole('button', { name: 'Seen' }).click();
    await expect(away).toBeHidden();
  });

  await test.step('who needs another role is told whom to ask, and with which words', async () => {
    await hers.openPage();
    await first.page.getByLabel('Role of Emil Sandberg').selectOption('Viewer');
    const card = again.card('You need another role?');
    await expect(card).toContainText('You are viewer here');
    await expect(card).toContainText('Priya Raman gives roles');
    await card.getByRole('button', { name: 'Ask for a role…' }).click();
    const dialog = third.page.getByRole('dialog', { name: 'Ask for another role' });
    await expect(dialog).toContainText('"user":"emil","name":"Emil Sandberg","role":"editor"');
    await expect(dialog.getByRole('link', { name: 'Write a mail' })).toHaveAttribute('href', /^mailto:\?subject=/);
    await expectNone(third, 'the words for a role');
    await third.page.keyboard.press('Escape');
  });

  await test.step('an owner brings a portfolio of an older program up, after a backup', async () => {
    const [{ schema } = { schema: '' }] = await server.sql(
      "select nspname::text as schema from pg_namespace where nspname like 'modelfolio%'",
      DATABASE,
    );
    await server.sql(`update ${String(schema)}.portfolio set format = format - 1`, DATABASE);
    await server.stop('immediate');
    await server.start();
    const older = /^Your Modelfolio is newer/;
    await expect(hers.card(older)).toBeVisible({ timeout: 60_000 });
    await expect(again.card(older)).toContainText('Priya Raman can bring it up', { timeout: 60_000 });
    await hers.card(older).getByRole('button', { name: 'Bring it up to this program…' }).click();
    const dialog = first.page.getByRole('dialog', { name: 'Bring the shared portfolio up to this program' });
    await expect(dialog).toContainText(`pg_dump -h 127.0.0.1 -p ${server.port} -d '${DATABASE}' -n ${String(schema)}`);
    await expect(dialog.getByRole('button', { name: 'Bring it up now' })).toBeDisabled();
    await expectNone(first, 'bringing it up');
    await dialog.getByLabel('The database is backed up').check();
    await dialog.getByRole('button', { name: 'Bring it up now' }).click();
    await expect(hers.bar).toContainText('Connected');
  });
});

test('a server is proved by its certificate, and a login by its own', async ({ start, folder }) => {
  test.skip(openssl.why !== null, openssl.why ?? '');
  test.setTimeout(120_000);
  await server.login('priya', 'CREATEROLE');
  await server.sql(`CREATE DATABASE ${DATABASE} OWNER priya`);
  const ca = authority(server.folder, 'Aldermoor CA');
  const own = ca.issue('priya', 'priya', null);
  ca.issue('server', 'localhost', 'DNS:localhost');
  writeFileSync(
    join(server.folder, 'data', 'pg_hba.conf'),
    'hostssl all priya 127.0.0.1/32 cert\nhostssl all priya ::1/128 cert\nhost all all 127.0.0.1/32 scram-sha-256\n',
  );
  const at = (name: string): string => join(server.folder, name);
  await server.stop('fast');
  execFileSync('sh', ['-c', 'chown -R $(stat -c %u:%g data) ./*.key ./*.crt; chmod 600 ./*.key'], {
    cwd: server.folder,
  });
  await server.start([
    ...['ssl=on', `ssl_cert_file=${at('server.crt')}`, `ssl_key_file=${at('server.key')}`],
    `ssl_ca_file=${at('Aldermoor CA.crt')}`,
  ]);
  const files = { ca: join(folder, 'ca.crt'), certificate: join(folder, 'own.crt'), key: join(folder, 'own.key') };
  writeFileSync(files.ca, ca.certificate);
  writeFileSync(files.certificate, own.certificate);
  writeFileSync(files.key, own.key);

  const seeded = seedBank(folder);
  const host = await start({ portfolio: seeded.file });
  test.skip(host.kind !== 'loopback', 'A chooser of files is answered on the loopback host.');
  const page = new SharingPage(host.page);
  await new ShellPage(host.page).headline.waitFor();
  await new ShellPage(host.page).run('Share this portfolio');
  const card = page.card('Share Northwind Bank');
  const choose = (label: string, path: string): Promise<void> =>
    host.choose(path, () => card.getByRole('button', { name: 'Choose…', description: label }).click());
  await page.fillAddress(card, { host: '127.0.0.1', port: server.port, database: DATABASE, user: 'priya' });
  await card.getByText('Certificate', { exact: true }).click();
  await choose('Certificate', files.certificate);
  await choose('Key', files.key);
  await choose('CA file', files.ca);
  await card.getByRole('button', { name: 'Test' }).click();
  // There is no way around the name that the certificate bears, but to take it.
  await expect(card).toContainText('It proves to be localhost, not 127.0.0.1');
  await card.getByRole('button', { name: 'Take localhost and test' }).click();
  await expect(card).toContainText('The server is reached, and is who it says');
  await expect(card).toContainText(/until \w{3} \d{1,2}, \d{4}/);
  await expect(card).toContainText('It takes the login priya');
  await expectNone(host, 'a server that was tested');
  await card.getByLabel('You sign as').fill('Priya Raman');
  await card.getByRole('button', { name: 'Share now' }).click();
  await expect(page.bar).toContainText('shared, localhost');
  await expect(page.bar).toContainText('Connected');
  await expect(page.card('Where it is')).toContainText('Aldermoor CA');
  await host.close();

  // Kept nowhere, the certificate is given again.
  const later = await start({ portfolio: seeded.file });
  const back = new SharingPage(later.page);
  await back.openPage();
  await later.page.getByRole('button', { name: 'Certificate…' }).click();
  const dialog = later.page.getByRole('dialog', { name: 'Prove priya by a certificate' });
  const give = (label: string, path: string): Promise<void> =>
    later.choose(path, () => dialog.getByRole('button', { name: 'Choose…', description: label }).click());
  await give('Certificate', files.certificate);
  await give('Key', files.key);
  await expectNone(later, 'a certificate that is given again');
  await dialog.getByRole('button', { name: 'Connect' }).click();
  await expect(back.bar).toContainText('Connected');
});
