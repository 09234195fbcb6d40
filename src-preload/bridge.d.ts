import type { Reply } from '#contract/define';

/** A file that the person chose: the token goes into a *file* field, the name is for showing. */
export interface ChosenFile {
  readonly token: string;
  readonly name: string;
}

/** What the system says while the person looks at something else. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Path of the page that a click leads to. */
  readonly address: string;
}

/** What a person may do but a server may not. Two implementations: Electron (preload) and the browser. */
export interface Host {
  readonly kind: 'desktop' | 'browser';
  /** 'darwin', 'win32', 'linux', or 'web'. */
  readonly platform: string;
  /** Ask for an existing file (data: rows to measure, CSV or Parquet; template: PowerPoint; certificate: PEM, of a server or a login, or its key) or a folder (on the desktop only); `null` when the person changed their mind. */
  pickFile(
    kind: 'portfolio' | 'table' | 'data' | 'template' | 'logo' | 'certificate' | 'folder',
  ): Promise<ChosenFile | null>;
  /** Ask where a new portfolio goes; `null`: changed their mind; 'default': the host has no say, use its own folder. */
  pickNewPortfolio(suggestedName: string): Promise<ChosenFile | 'default' | null>;
  /** Take in a file that was dropped on the window. */
  takeDroppedFile(file: File): Promise<ChosenFile>;
  /** Ask where a file goes and write it there (a browser: download it); false when the person changed their mind. */
  saveFile(suggestedName: string, content: Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** Ask where a file that the engine is to write goes: the token is its *file* field; `null`: changed their mind. */
  pickTarget(suggestedName: string): Promise<ChosenFile | null>;
  /** The engine has written it: a browser downloads it now, on the desktop it lies where the person said. */
  deliverTarget(target: ChosenFile): Promise<void>;
  /** Show the open portfolio in the system's file manager; false where that cannot be done. */
  revealPortfolio(): Promise<boolean>;
  /** Open a web address in the person's own browser; the desktop shows it and asks first. False: it was not opened. */
  openLink(url: string): Promise<boolean>;
  /** Keep the native frame in step with the screen's theme. */
  setTheme(theme: 'light' | 'dark' | 'system'): void;
  /** Whether the system would show notices; a browser asks the person. */
  mayNotify(): Promise<boolean>;
  /** Has the system show a notice; a click on it comes back as its address. False: it shows none. */
  notify(notice: Notice): Promise<boolean>;
  onNoticeOpened(listener: (address: string) => void): () => void;
  /** The number on the program's icon; 0 takes it away. */
  setBadge(count: number): void;
  /** Commands chosen in the native menu, by the id of the command registry (`edit.undo`, `file.open` …). */
  onMenuCommand(listener: (command: string) => void): () => void;
}

/** The whole preload bridge: it never grows with a feature. */
export interface Bridge {
  /** A long answer comes as JSON in bytes. `seen`, of a command: the newest journal entry that stood on the screen. */
  invoke(channel: string, input: unknown, seen?: number): Promise<Reply | Uint8Array>;
  subscribe(listener: (event: unknown) => void): () => void;
  readonly host: Host;
}

declare global {
  interface Window {
    readonly modelfolio?: Bridge;
  }
}
