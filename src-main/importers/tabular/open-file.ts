import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ByteSource, fileBytes, gunzipped } from './bytes';
import { badFile, throwIfCancelled } from './failures';
import { tellFileKind } from './file-kind';
import { loadFile, withFile } from './load-file';
import { openText, surveySource } from './open-text';
import type { OpenedFile, ReadOptions } from './table';
import { openXls } from './xls/open-xls';
import { openArchive } from './zip/open-archive';
import { openZip } from './zip/zip-archive';

const HEAD_BYTES = 4_096;
/** A file that nobody works on any more gives its memory back. */
const KEEP_MS = 5 * 60_000;

/** The file that was opened last: what it is, is asked before it is read, and a mapping is edited step by step. */
let kept: { readonly key: string; readonly file: OpenedFile; readonly end: NodeJS.Timeout } | null = null;

/** Finds out what a file is, from its content, and which tables it holds. Failures are sentences for the person. */
export async function openFile(path: string, options: ReadOptions): Promise<OpenedFile> {
  throwIfCancelled(options.signal);
  const key = await sameFileKey(path, options);
  if (key !== null && kept?.key === key) {
    kept.end.refresh();
    return kept.file;
  }
  const file = await openAny(path, options);
  if (key !== null) keep(key, file);
  return file;
}

function keep(key: string, file: OpenedFile): void {
  if (kept) clearTimeout(kept.end);
  const end = setTimeout(() => {
    kept = null;
  }, KEEP_MS).unref();
  kept = { key, file, end };
}

/** The same bytes, read in the same way; `null`: that cannot be told. */
async function sameFileKey(path: string, { encoding, delimiter }: ReadOptions): Promise<string | null> {
  const facts = await stat(path, { bigint: true }).catch(() => null);
  if (!facts?.isFile()) return null;
  const { dev, ino, size, mtimeNs, ctimeNs } = facts;
  return JSON.stringify([path, ...[dev, ino, size, mtimeNs, ctimeNs].map(String), encoding, delimiter]);
}

async function openAny(path: string, options: ReadOptions): Promise<OpenedFile> {
  const fileName = basename(path);
  const { head, size } = await withFile(path, async (handle, bytes) => {
    const start = Buffer.alloc(Math.min(HEAD_BYTES, bytes));
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    return { head: start.subarray(0, bytesRead), size: bytes };
  });
  const source = fileBytes(path, fileName, size);
  switch (tellFileKind(fileName, head)) {
    case 'text': {
      const hash = createHash('sha256');
      const survey = await surveySource(source, options.signal, (piece) => hash.update(piece));
      return { ...(await openText(fileName, source, survey, options)), contentHash: hash.digest('hex') };
    }
    case 'gzip':
      return openGzip(fileName, source, options);
    case 'zip': {
      const { bytes, contentHash } = await loadFile(path, options.signal);
      return { ...(await openArchive(openZip(fileName, bytes), options)), contentHash };
    }
    case 'compound': {
      const { bytes, contentHash } = await loadFile(path, options.signal);
      return { ...(await openXls(fileName, bytes)), contentHash };
    }
  }
}

/** A single text, packed; a whole folder in it (`.tar.gz`) is refused by name. */
async function openGzip(fileName: string, packed: ByteSource, options: ReadOptions): Promise<OpenedFile> {
  const hash = createHash('sha256');
  for await (const piece of packed.read(options.signal)) hash.update(piece);
  const source = gunzipped(packed, fileName);
  const survey = await surveySource(source, options.signal);
  if (survey.head.toString('latin1', 257, 262) === 'ustar')
    throw badFile(`${fileName} is a packed folder (tar). Unpack it first and choose the table inside.`);
  const inner = fileName.replace(/\.gz$/i, '');
  if (tellFileKind(inner, survey.head) !== 'text')
    throw badFile(`${fileName} is a packed file that is no text. Unpack it first and choose the file inside.`);
  return { ...(await openText(inner, source, survey, options)), fileName, contentHash: hash.digest('hex') };
}
