import type { Page } from '@playwright/test';

/** The product, started on one of its hosts in a folder of its own. */
export interface RunningHost {
  readonly kind: 'loopback' | 'electron';
  readonly page: Page;
  /** Answers the next file dialog with this path; `action` is what makes the dialog appear. */
  choose(path: string, action: () => Promise<void>): Promise<void>;
  /** From now on the system's notices are kept instead of shown (there is no desktop here); everything before them is real. */
  keepNotices(): Promise<KeptNotices>;
  /** The engine's own process, to be killed by tests that want to see it return. */
  enginePid(): Promise<number>;
  close(): Promise<void>;
}

export interface KeptNotices {
  titles(): Promise<readonly string[]>;
  clickLast(): Promise<void>;
}

export interface StartOptions {
  readonly folder: string;
  readonly portfolio?: string | undefined;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
}
