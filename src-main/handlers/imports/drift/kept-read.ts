import { stat } from 'node:fs/promises';
import type { DriftMapping } from '#contract/drift/import';
import type { ImportRequest } from '#contract/imports/imports';
import type { DriftReading } from '../../../importers/drift/reading';
import type { DriftSummary } from '../../../importers/drift/summary';
import type { Store } from '../../../store/store';

/** What was read of a file of drift results, before models are found for it. */
export interface KeptRead {
  readonly reading: DriftReading;
  readonly summary: DriftSummary;
}

/** A mapping that nobody works on any more gives its memory back. */
const KEEP_MS = 5 * 60_000;

interface Kept extends KeptRead {
  readonly key: string;
  readonly end: NodeJS.Timeout;
}

/** The file that somebody is just mapping in a portfolio: its models may be chosen again without reading it again. */
const kept = new WeakMap<Store, Kept>();

interface HowToRead extends Pick<ImportRequest, 'encoding' | 'delimiter' | 'sheet' | 'sheets'> {
  readonly mapping: DriftMapping;
}

/** The same bytes read in the same way; `null`: that cannot be told. */
export async function sameReadKey(path: string, request: HowToRead): Promise<string | null> {
  const { models: _models, ...mapping } = request.mapping;
  const { encoding, delimiter, sheet, sheets } = request;
  const facts = await stat(path, { bigint: true }).catch(() => null);
  if (!facts?.isFile()) return null;
  const { dev, ino, size, mtimeNs, ctimeNs } = facts;
  return JSON.stringify([
    path,
    ...[dev, ino, size, mtimeNs, ctimeNs].map(String),
    encoding,
    delimiter,
    sheet,
    sheets,
    mapping,
  ]);
}

export function findKept(store: Store, key: string | null): KeptRead | null {
  const found = kept.get(store);
  if (!found || found.key !== key) return null;
  found.end.refresh();
  return found;
}

export function keep(store: Store, key: string | null, { reading, summary }: KeptRead): void {
  letGo(store);
  // What is in a database may change without a trace in the file itself.
  if (key === null || reading.fileKind === 'sqlite') return;
  const end = setTimeout(() => letGo(store), KEEP_MS).unref();
  kept.set(store, { key, reading, summary, end });
}

export function letGo(store: Store): void {
  const found = kept.get(store);
  if (!found) return;
  clearTimeout(found.end);
  kept.delete(store);
}
