import type { Locator, Page } from '@playwright/test';

/** What surrounds every screen: the rail, the top bar, the palette. */
export class ShellPage {
  readonly headline: Locator;
  readonly undoButton: Locator;
  readonly redoButton: Locator;

  constructor(readonly page: Page) {
    this.headline = page.getByRole('heading', { level: 1 });
    this.undoButton = page.getByRole('button', { name: /^(Undo:|Nothing to undo)/ });
    this.redoButton = page.getByRole('button', { name: /^(Redo:|Nothing to redo)/ });
  }

  async goTo(
    name:
      | 'Overview'
      | 'This week'
      | 'Portfolio'
      | 'Monitoring'
      | 'Incidents'
      | 'Assessment'
      | 'Investment'
      | 'Reports'
      | 'Data quality'
      | 'Governance'
      | 'Cost to carry'
      | 'Imports'
      | 'Journal'
      | 'Settings',
  ): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click();
  }

  /** Waits until the page of this address is there: its code is fetched, its skeleton gone, its headline said. */
  async arrived(path: string | RegExp): Promise<void> {
    await this.page.waitForURL(path);
    await this.page.locator('.mf-loading').waitFor({ state: 'detached' });
    await this.headline.waitFor();
  }

  /** Runs a command of the palette by its words, as a person does who knows no shortcut. */
  async run(words: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    // The command may open a dialog of its own.
    const palette = this.page.getByRole('dialog', { name: 'Search or run a command' });
    await palette.getByRole('combobox').fill(words);
    await palette
      .getByRole('option', { name: new RegExp(words, 'i') })
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
    await palette.waitFor({ state: 'detached' });
  }
}
