import type { Locator, Page } from '@playwright/test';

interface Login {
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

  async fill(card: Locator, { port, database, user, password = '' }: Login): Promise<void> {
    await card.getByLabel('Address', { exact: true }).fill('127.0.0.1');
    await card.getByLabel('Port').fill(String(port));
    await card.getByLabel('Database').fill(database);
    await card.getByLabel('Login').fill(user);
    await card.getByLabel('Password', { exact: true }).last().fill(password);
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
