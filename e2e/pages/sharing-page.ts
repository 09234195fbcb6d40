import { expect, type Locator, type Page } from '@playwright/test';
import { ShellPage } from './shell-page';

interface Login {
  /** Left out: this computer. */
  readonly host?: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string | undefined;
}

/** The way in, and the page that says who shares a portfolio; and what the bar on top says of it. */
export class SharingPage {
  readonly bar: Locator;
  readonly waits: Locator;
  readonly conflict: Locator;

  constructor(readonly page: Page) {
    this.bar = page.getByRole('region', { name: 'Portfolio, search and undo' });
    this.waits = this.bar.getByRole('link', { name: /Not yet shared/ });
    this.conflict = page.getByRole('dialog', { name: /changed meanwhile/ });
  }

  card(title: RegExp | string): Locator {
    return this.page.getByRole('region', { name: title });
  }

  async fillAddress(card: Locator, { host = '127.0.0.1', port, database, user }: Login): Promise<void> {
    await card.getByLabel('Address', { exact: true }).fill(host);
    await card.getByLabel('Port').fill(String(port));
    await card.getByLabel('Database').fill(database);
    await card.getByLabel('Login').fill(user);
  }

  async fill(card: Locator, { password = '', ...login }: Login): Promise<void> {
    await this.fillAddress(card, login);
    await card.getByLabel('Password', { exact: true }).last().fill(password);
  }

  /** Shares the open portfolio. */
  async share(name: string, signs: string, login: Login): Promise<void> {
    await new ShellPage(this.page).run('Share this portfolio');
    const card = this.card(`Share ${name}`);
    await this.fill(card, login);
    await card.getByLabel('You sign as').fill(signs);
    await card.getByRole('button', { name: 'Test' }).click();
    await card.getByRole('button', { name: 'Share now' }).click();
    await expect(this.bar).toContainText('Connected');
  }

  /** Makes a copy of a shared one, from the welcome page. */
  async join(name: string, login: Login): Promise<void> {
    await this.page.getByRole('button', { name: 'Join' }).click();
    const card = this.card('Join a shared portfolio');
    await this.fill(card, login);
    await card.getByRole('button', { name: 'Test' }).click();
    await card.getByRole('button', { name: `Join ${name}` }).click();
    await expect(this.bar).toContainText('Connected');
  }

  /** The page that says who shares it. */
  async openPage(): Promise<void> {
    await new ShellPage(this.page).goTo('Settings');
    await this.page.getByRole('button', { name: 'Who shares it' }).click();
  }

  /** It tries by itself as well, and then there is no such button any more. */
  async tryNow(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Try now' });
    const connected = this.bar.filter({ hasText: 'Connected' });
    await expect(button.or(connected).first()).toBeVisible();
    await button.click({ timeout: 2_000 }).catch(async () => expect(connected).toBeVisible());
    await expect(this.bar).toContainText('Connected');
  }

  async invite(user: string, name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Invite…' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Invite somebody' });
    await dialog.getByLabel('Login on the server').fill(user);
    await dialog.getByLabel('Signs as').fill(name);
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}
