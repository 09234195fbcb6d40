import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../failure/domain-error';

/** What this computer signs with: Ed25519, made when it is first needed. */
export interface SigningKey {
  /** Base64 of its DER (SubjectPublicKeyInfo). */
  readonly publicKey: string;
  /** SHA-256 of that DER, in hex: what people compare. */
  readonly fingerprint: string;
  sign(bytes: Uint8Array): Buffer;
}

const FILE = 'journal-key.pem';
const ONLY_MINE = 0o600;

/** @param folder of what belongs to no portfolio */
export function signingKey(folder: string): SigningKey {
  const key = readKey(join(folder, FILE)) ?? makeKey(folder);
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    publicKey: der.toString('base64'),
    fingerprint: fingerprintOf(der),
    sign: (bytes) => sign(null, bytes, key),
  };
}

export const fingerprintOf = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');

function readKey(file: string): KeyObject | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return null;
  // A copy from elsewhere may have come with the rights of its folder.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) chmodSync(file, ONLY_MINE);
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, for a key of another kind as well.
  }
  throw new DomainError(
    'bad_file',
    `The key that this computer signs with (${FILE}) is damaged. Put it back from a backup, or take it away: the next export makes another one, of which the receivers have to learn the fingerprint.`,
  );
}

function makeKey(folder: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  try {
    // Never over one that another process made just now.
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: ONLY_MINE });
    return privateKey;
  } catch (error) {
    const other = readKey(file);
    if (other === null) throw error;
    return other;
  }
}
