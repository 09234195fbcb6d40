import type { Locator, Page } from '@playwright/test';
import { ShellPage } from './shell-page';

/** The heat map with its lists, and one model's drift. */
export class MonitoringPage {
  readonly shell: ShellPage;
  readonly map: Locator;

  constructor(readonly page: Page) {
    this.shell = new ShellPage(page);
    this.map = page.getByRole('grid', { name: /^Worst verdict of each model/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').waitFor();
    await this.shell.goTo('Monitoring');
    await this.page.waitForURL(/\/monitoring$/);
    await this.page.locator('.mf-loading').waitFor({ state: 'detached' });
    await this.map.or(this.page.getByRole('heading', { name: /^No drift result/ })).waitFor();
  }

  async openModel(name: string, id: string): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: `Open the drift of ${name}` }).click();
    await this.shell.arrived(new RegExp(`/monitoring/${id}`));
  }

  row(name: string): Locator {
    return this.map.getByRole('row', { name });
  }

  panel(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name });
  }
}
