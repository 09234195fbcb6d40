import { expect, type Locator, type Page } from '@playwright/test';
import { ShellPage } from './shell-page';

/** The scenarios and the page of one. */
export class InvestmentPage {
  readonly shell: ShellPage;
  readonly figures: Locator;

  constructor(readonly page: Page) {
    this.shell = new ShellPage(page);
    this.figures = page.getByRole('list', { name: /Key figures/ });
  }

  async open(): Promise<void> {
    await this.shell.goTo('Investment');
    await this.shell.arrived(/\/investment$/);
  }

  /** Goes to a scenario of the list. */
  async openScenario(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click();
    await this.arrived();
  }

  /** The page of a scenario is drawn and its simulation done. */
  async arrived(): Promise<void> {
    await this.shell.arrived(/\/investment\/(?!compare)[^/]+$/);
    await expect(this.page.locator('[data-drawn="true"]').first()).toBeVisible();
    await expect(this.figure('Net present value')).not.toContainText('computing');
  }

  figure(label: string): Locator {
    return this.figures.getByRole('button', { name: new RegExp(`^${label}`) });
  }

  /** The cell of an input; it opens its editor. */
  input(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}: `) });
  }

  /** Types a value into an input as a person does. */
  async enter(name: string, value: string): Promise<void> {
    await this.input(name).click();
    const field = this.page.getByRole('textbox', { name: new RegExp(`^${name}, `) });
    await field.fill(value);
    await field.press('Enter');
  }

  /** The NPV to the unit, as the dialog of the figure says it. */
  async flowsOfNpv(): Promise<readonly number[]> {
    await this.figure('Net present value').click();
    const dialog = this.page.getByRole('dialog');
    const cells = await dialog.locator('tbody tr td:last-child').allTextContents();
    await this.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    return cells.map((text) => Number(text.replaceAll(',', '')));
  }
}
