import type { BrowserWindow, WebContents } from 'electron';
import { openWindow, saveWindowState } from './window';

/** The one window; on macOS the program lives on without it. */
export class MainWindow {
  readonly #preload: string;
  readonly #icon: string;
  #window: BrowserWindow | null = null;
  /** A link to a view that the first window begins with. */
  #link: string | null;

  constructor(preload: string, icon: string, link: string | null) {
    this.#link = link;
    this.#preload = preload;
    this.#icon = icon;
  }

  /** Brings it to the front, opening it where there is none. */
  show(): BrowserWindow {
    const shown = this.#window ?? this.#open();
    if (shown.isMinimized()) shown.restore();
    if (shown.isVisible()) shown.focus();
    return shown;
  }

  /** `null` while there is no window. */
  shown(): BrowserWindow | null {
    return this.#window;
  }

  /** Its page; `null` while there is no window. */
  page(): WebContents | null {
    return this.#window?.webContents ?? null;
  }

  save(): void {
    if (this.#window !== null) saveWindowState(this.#window);
  }

  #open(): BrowserWindow {
    const opened = openWindow(this.#preload, this.#icon, this.#link);
    this.#link = null;
    opened.once('closed', () => {
      this.#window = null;
    });
    this.#window = opened;
    return opened;
  }
}
