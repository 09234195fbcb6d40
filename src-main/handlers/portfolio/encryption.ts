import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Output } from '#contract/index';
import { changedOutside } from '../../engine/change-events';
import { DomainError } from '../../failure/domain-error';
import { deriveKey, type FileKey, newHead, wrongPassphrase } from '../../store/files';
import { deleteCopy, encryptCopy, listPlainCopies } from '../../store/portfolio/plain-copies';
import type { Store } from '../../store/store';
import type { CommandContext, QueryContext } from '../context';
import type { SubjectHandlers } from '../subject';

/** The key of a passphrase that somebody chose, of a file that nobody has yet. */
export const newKey = (passphrase: string): Promise<FileKey> => deriveKey(passphrase, newHead());

/** Whoever changes how a portfolio is locked, knows how it is locked now. */
async function prove({ key, path }: Store, current: string | undefined): Promise<void> {
  if (key === null) return;
  const given = current === undefined ? null : await deriveKey(current, Buffer.from(key.head, 'hex'));
  if (given?.key !== key.key) throw wrongPassphrase(basename(path));
}

function writable(store: Store): Store {
  if (store.readOnly)
    throw new DomainError(
      'read_only',
      'This portfolio is open for reading only, because its disk or folder may not be written. Copy it to another place and open the copy to change how it is kept.',
    );
  if (store.place() !== 'here' || !existsSync(store.path))
    throw new DomainError(
      'conflict',
      `${basename(store.path)} was moved or replaced since it was opened. Say first which of the two you go on with.`,
    );
  return store;
}

/** Writes the file anew, and says in the journal that it was. */
async function rewrite(context: CommandContext, key: FileKey | null, label: string): Promise<void> {
  const before = context.store.key;
  const { remembered } = await context.keys({ do: 'look', head: before?.head ?? '' });
  await context.workspace.rewrite(key);
  if (before !== null) await context.keys({ do: 'forget', head: before.head, system: true });
  if (key !== null && remembered) await context.keys({ do: 'keep', ...key, system: true });
  await context.write(async () => ({ label, value: undefined, kind: { kind: 'note' } }));
  context.publish(changedOutside('workspace', 'backups', 'preferences'));
}

/** @returns whether it is remembered now */
export async function rememberKey(context: CommandContext, { key }: Store, on: boolean | undefined): Promise<boolean> {
  if (key === null) return false;
  if (on === true) await context.keys({ do: 'keep', ...key, system: true });
  return (await context.keys({ do: 'look', head: key.head })).remembered;
}

async function status(context: QueryContext): Promise<Output<'encryption.status'>> {
  // Files come and go beside the portfolio, and the key store is nobody's to watch.
  const store = context.workspace.store();
  const { system, remembered } = await context.keys({ do: 'look', head: store.key?.head ?? '' });
  const { folder } = context.preferences.backupRule();
  return {
    encrypted: store.key !== null,
    keyStore: system,
    remembered,
    plainCopies:
      store.key === null
        ? []
        : listPlainCopies(store.path, folder).map(({ path, sizeBytes }) => ({
            fileName: basename(path),
            folder: dirname(path),
            sizeBytes,
          })),
  };
}

export const encryption: SubjectHandlers<'encryption'> = {
  status: (_input, context) => status(context),
  set: async ({ passphrase, current, remember }, context) => {
    const store = writable(context.store);
    await prove(store, current);
    const key = await newKey(passphrase);
    const was = store.key === null ? 'Encrypt the portfolio with a passphrase' : 'Change the passphrase';
    await rewrite(context, key, was);
    return { encrypted: true as const, remembered: await rememberKey(context, context.store, remember) };
  },
  remove: async ({ current }, context) => {
    const store = writable(context.store);
    if (store.key === null)
      throw new DomainError('invalid_input', 'This portfolio is not encrypted; there is nothing to remove.');
    await prove(store, current);
    await rewrite(context, null, 'Remove the encryption of the portfolio');
    return { encrypted: false as const };
  },
  remember: async ({ on }, context) => {
    const { key } = context.store;
    if (key === null)
      throw new DomainError('invalid_input', 'This portfolio is not encrypted and opens without a passphrase.');
    if (!on) {
      await context.keys({ do: 'forget', head: key.head, system: true });
      // It stays open, and is not asked for again when the engine is started anew.
      await context.keys({ do: 'keep', ...key, system: false });
    }
    const remembered = await rememberKey(context, context.store, on);
    if (on && !remembered)
      throw new DomainError(
        'unavailable',
        'This computer has no key store that keeps a secret from others, so the passphrase is asked for each time.',
      );
    context.publish(changedOutside('workspace'));
    return { remembered };
  },
  settleCopies: ({ how }, context) => {
    const { path, key } = context.store;
    if (key === null)
      throw new DomainError('invalid_input', 'This portfolio is not encrypted, and neither need its copies be.');
    const left: { fileName: string; why: string }[] = [];
    const copies = listPlainCopies(path, context.preferences.backupRule().folder);
    for (const copy of copies) {
      try {
        if (how === 'delete') deleteCopy(copy);
        else encryptCopy(copy, key);
      } catch (error) {
        const why = error instanceof DomainError ? error.message : 'It could not be written; look whether it may be.';
        left.push({ fileName: basename(copy.path), why });
      }
    }
    context.publish(changedOutside('backups', 'workspace'));
    return { settled: copies.length - left.length, left };
  },
};
