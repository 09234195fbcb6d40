import type { ChosenFile, Host } from '../../src-preload/bridge';
import { CallFailed } from './call';
import { sessionToken } from './session-token';

const ACCEPT = {
  portfolio: '.modelfolio',
  table: '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,.xls,.ods,.json,.jsonl,.ndjson,.html,.htm,.zip,.gz,.sqlite,.sqlite3,.db',
  data: '.csv,.tsv,.txt,.parquet',
  template: '.pptx,.potx,.pptm,.potm',
  logo: '.png,.jpg,.jpeg',
  certificate: '.pem,.crt,.cer,.key',
} as const;

const authorization = () => ({ authorization: `Bearer ${sessionToken()}` });

/** The host answers the shape that each address is for. */
async function post<T>(address: string, body: Blob, failure: string): Promise<T> {
  const headers = { 'content-type': 'application/octet-stream', ...authorization() };
  const response = await fetch(address, { method: 'POST', headers, body });
  if (!response.ok) throw new CallFailed('bad_file', failure);
  return (await response.json()) as T;
}

const upload = (file: File): Promise<ChosenFile> =>
  post(
    `/files?name=${encodeURIComponent(file.name)}`,
    file,
    `The file ${file.name} could not be taken in. It may be larger than 512 MB.`,
  );

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

const noticeListeners = new Set<(address: string) => void>();

/** What a browser tab can do in place of the desktop. */
const browserHost: Host = {
  kind: 'browser',
  platform: 'web',
  async pickFile(kind) {
    // A browser hands over what is in a folder, never the folder.
    if (kind === 'folder') return null;
    const file = await chooseFile(ACCEPT[kind]);
    return file === null ? null : upload(file);
  },
  pickNewPortfolio: () => Promise.resolve('default'),
  takeDroppedFile: upload,
  saveFile: (name, content) => {
    download(name, content);
    return Promise.resolve(true);
  },
  pickTarget: (name) =>
    post<ChosenFile>(
      `/files/new?name=${encodeURIComponent(name)}`,
      new Blob(),
      `There is no room for the file ${name} on this computer. Free some and try again.`,
    ),
  deliverTarget: async ({ token, name }) => {
    const response = await fetch(`/files/${encodeURIComponent(token)}`, { headers: authorization() });
    if (!response.ok) throw new CallFailed('bad_file', `The file ${name} is not there any more. Make it once more.`);
    download(name, new Uint8Array(await response.arrayBuffer()));
  },
  revealPortfolio: () => Promise.resolve(false),
  openLink: (url) => Promise.resolve(window.open(url, '_blank', 'noopener,noreferrer') !== null),
  setTheme: () => undefined,
  mayNotify: async () => 'Notification' in window && (await Notification.requestPermission()) === 'granted',
  notify: ({ title, body, address }) => {
    if (!('Notification' in window) || Notification.permission !== 'granted') return Promise.resolve(false);
    const notice = new Notification(title, { body, tag: address });
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
      for (const listener of noticeListeners) listener(address);
    });
    return Promise.resolve(true);
  },
  onNoticeOpened: (listener) => {
    noticeListeners.add(listener);
    return () => void noticeListeners.delete(listener);
  },
  // The number stands in the tab's title (`app/layout/use-title.ts`): a tab has no icon of its own.
  setBadge: () => undefined,
  onMenuCommand: () => () => undefined,
};

export const host: Host = window.modelfolio?.host ?? browserHost;
