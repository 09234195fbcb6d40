import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { safeStorage } from 'electron';
import { z } from 'zod';
import type { SystemKeys } from '../platform/key-keeper';

const Stored = z.record(z.string(), z.string());
type Stored = z.output<typeof Stored>;

/**
 * The system's key store: Keychain, DPAPI, libsecret or KWallet. It holds one secret of the program, with which the keys of portfolios
 * are encrypted in a file that only its owner may read. On Linux without such a store Electron would take a password that everybody
 * knows (`basic_text`): then there is none.
 */
export function systemKeys(file: string): SystemKeys {
  const write = (stored: Stored): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(stored), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const available = (): boolean => {
    if (!safeStorage.isEncryptionAvailable()) return false;
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
  };
  return {
    available,
    has: (head) => Object.hasOwn(read(file), head),
    read: (head) => {
      const secret = read(file)[head];
      if (secret === undefined || !available()) return null;
      try {
        return safeStorage.decryptString(Buffer.from(secret, 'base64'));
      } catch {
        return null;
      }
    },
    write: (head, key) => {
      try {
        write({ ...read(file), [head]: safeStorage.encryptString(key).toString('base64') });
        return true;
      } catch {
        return false;
      }
    },
    remove: (head) => {
      const { [head]: removed, ...others } = read(file);
      if (removed !== undefined) write(others);
    },
  };
}

/** A damaged file costs that passphrases are asked for again. */
function read(file: string): Stored {
  if (!existsSync(file)) return {};
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
