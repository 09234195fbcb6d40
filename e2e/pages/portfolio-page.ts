import { expect, type Locator, type Page } from '@playwright/test';

export class PortfolioPage {
  readonly search: Locator;
  readonly grid: Locator;

  constructor(readonly page: Page) {
    this.search = page.getByRole('searchbox', { name: 'Search models' });
    this.grid = page.getByRole('grid', { name: 'Models' });
  }

  /** The names of the models that are drawn, from the top. */
  async names(): Promise<string[]> {
    return this.grid.getByRole('row').getByRole('link').allInnerTexts();
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** Opens a cell's editor by keyboard, types a new value and saves it with Enter. */
  async edit(name: string, column: string, from: string, to: string): Promise<void> {
    await this.row(name).getByRole('gridcell', { name: from }).click();
    await this.page.keyboard.press('F2');
    const editor = this.grid.getByLabel(`${column} of ${name}`);
    await expect(editor).toBeFocused();
    await editor.fill(to);
    await this.page.keyboard.press('Enter');
  }

  async sortBy(column: string): Promise<void> {
    await this.grid.getByRole('columnheader', { name: column }).click();
  }
}
