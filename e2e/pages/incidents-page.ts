import { expect, type Locator, type Page } from '@playwright/test';
import { ShellPage } from './shell-page';

/** The incident register, one incident, and the page for the meeting. */
export class IncidentsPage {
  readonly shell: ShellPage;
  readonly grid: Locator;
  readonly search: Locator;

  constructor(readonly page: Page) {
    this.shell = new ShellPage(page);
    this.grid = page.getByRole('grid', { name: 'Incidents' });
    this.search = page.getByRole('searchbox', { name: 'Search incidents' });
  }

  async open(): Promise<void> {
    await this.shell.goTo('Incidents');
    await this.shell.arrived(/\/incidents(\?.*)?$/);
  }

  row(title: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  /** One state move on the page of an incident, now. */
  async move(button: string, state: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: `Set to ${state}` });
    await dialog.getByRole('button', { name: `Set to ${state}` }).click();
    await expect(dialog).toBeHidden();
  }
}
