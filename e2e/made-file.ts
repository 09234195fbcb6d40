import type { RunningHost } from './hosts/running-host';

export interface MadeFile {
  readonly path: string;
  /** The name that a browser offers; `null` on the desktop, where the person names the file. */
  readonly offered: string | null;
}

/** The file that an action makes: chosen in the desktop's dialog, or downloaded by the browser, at this path. */
export async function madeFile(host: RunningHost, path: string, action: () => Promise<void>): Promise<MadeFile> {
  if (host.kind === 'electron') {
    await host.choose(path, action);
    return { path, offered: null };
  }
  const downloading = host.page.waitForEvent('download');
  await action();
  const download = await downloading;
  await download.saveAs(path);
  return { path, offered: download.suggestedFilename() };
}
