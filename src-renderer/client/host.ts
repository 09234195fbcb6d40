import type { ChosenFile, Host } from '../../src-preload/bridge';
import { CallFailed } from './call';
import { sessionToken } from './session-token';

const ACCEPT = { portfolio: '.modelfolio', table: '.csv,.tsv,.txt,.xlsx' } as const;

async function upload(file: File): Promise<ChosenFile> {
  const response = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${sessionToken()}` },
    body: file,
  });
  if (!response.ok) {
    throw new CallFailed('bad_file', `The file ${file.name} could not be taken in. It may be larger than 512 MB.`);
  }
  // The host answers a token and the name, nothing else.
  return (await response.json()) as ChosenFile;
}

const chooseFile = (accept: string): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });

/** Long enough for the slowest disk to have taken the download; until then its content stays in memory. */
const DOWNLOAD_MS = 60_000;

function download(name: string, content: Uint8Array<ArrayBuffer>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_MS);
}

/** What a browser tab can do in place of the desktop. */
const browserHost: Host = {
  kind: 'browser',
  platform: 'web',
  async pickFile(kind) {
    const file = await chooseFile(ACCEPT[kind]);
    return file === null ? null : upload(file);
  },
  pickNewPortfolio: () => Promise.resolve('default'),
  takeDroppedFile: upload,
  saveFile: (name, content) => {
    download(name, content);
    return Promise.resolve(true);
  },
  revealPortfolio: () => Promise.resolve(false),
  openLink: (url) => Promise.resolve(window.open(url, '_blank', 'noopener,noreferrer') !== null),
  setTheme: () => undefined,
  onMenuCommand: () => () => undefined,
};

export const host: Host = window.modelfolio?.host ?? browserHost;
