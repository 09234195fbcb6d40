import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import { createPortfolio, deriveKey, type FileKey, newHead, openPortfolio, takeKey } from '../../store/files';
import { verifyJournal } from '../../store/journal/verify';
import { findPortfolio, insertPortfolio } from '../../store/portfolio/portfolio';
import type { Store } from '../../store/store';

const AT = '2026-11-23T10:00:00.000Z';
const PASSPHRASE = 'a passphrase of the fuzz';
const LOG_N = 14;

let key: FileKey | null = null;

/** A small portfolio, as it lies at rest. */
export async function portfolioBytes(encrypted: boolean): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-fuzz-'));
  try {
    if (encrypted) key ??= await deriveKey(PASSPHRASE, newHead(LOG_N));
    const path = join(folder, 'a.modelfolio');
    const store = createPortfolio(path, AT, encrypted ? key : null);
    await insertPortfolio(store, { name: 'Fuzz', currency: 'EUR', actor: 'Ada', at: AT });
    await store.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Opens a damaged portfolio and reads it: refused with a sentence, found to be damaged, or as it was.
 *
 * @throws where it is none of these; `DomainError` with the sentence where it is refused
 */
export async function readPortfolio(path: string): Promise<void> {
  // One whose first bytes are others stays locked; what a passphrase costs is tried elsewhere.
  if (key !== null) takeKey(path, key);
  const store = openPortfolio(path, AT);
  try {
    await lookAt(store);
  } catch (error) {
    throw asSentence(error);
  } finally {
    await store.close().catch((error: unknown) => void asSentence(error));
  }
}

async function lookAt(store: Store): Promise<void> {
  const damaged = await store.findDamage();
  if (damaged.length > 0) throw new DomainError('bad_file', `Parts of it cannot be read: ${damaged.join(', ')}.`);
  const found = await findPortfolio(store.read);
  const { ok } = await verifyJournal(store.read);
  if (store.key === null) return;
  // Each page of an encrypted one was proved: what is read is what was written.
  if (!ok || found?.name !== 'Fuzz') throw new Error('an encrypted portfolio was altered, and nobody noticed');
}

/** What the engine makes a sentence of. */
function asSentence(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)
    ? new DomainError('bad_file', 'A part of the portfolio file is damaged and cannot be read.')
    : error;
}
