import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto';

/** The first 16 bytes of an encrypted portfolio, which no key is needed to read: whose it is, and how its key is made. */
export const HEAD_BYTES = 16;
const MARK = Buffer.from('MFLE', 'latin1');
const VERSION = 1;
const MARK_BYTES = MARK.length;

/**
 * How much one attempt at a passphrase costs: scrypt of 2^16 × 8, 64 MiB and some 0.3 s of one core. The head of each file says its own, so
 * that it can be raised.
 */
const LOG_N = 16;
const BLOCK = 8;
/** A file that asks for more was not made by us; it would fill the memory. */
const MOST_LOG_N = 18;
const LEAST_LOG_N = 14;

/** What opens one portfolio and all copies that were made of it since its passphrase was set. */
export interface FileKey {
  /** The head of the files that it opens, in hex: it is the salt that the key was made with, too. */
  readonly head: string;
  /** 32 bytes in hex. */
  readonly key: string;
}

/** A head that no other file has. */
export const newHead = (logN = LOG_N): Buffer =>
  Buffer.concat([MARK, Buffer.from([VERSION, logN]), randomBytes(HEAD_BYTES - MARK_BYTES - 2)]);

/** Whether a file that begins so is an encrypted portfolio, of whatever version. */
export const isEncryptedHead = (bytes: Uint8Array): boolean =>
  bytes.length >= HEAD_BYTES && MARK.equals(bytes.subarray(0, MARK_BYTES));

/** Whether this program knows how the key of such a file is made. */
export const isKnownHead = (head: Uint8Array): boolean =>
  isEncryptedHead(head) &&
  head[MARK_BYTES] === VERSION &&
  (head[MARK_BYTES + 1] ?? 0) >= LEAST_LOG_N &&
  (head[MARK_BYTES + 1] ?? 0) <= MOST_LOG_N;

/**
 * Works out the key from the passphrase, in a thread of the system. What looks the same is the same: letters with marks are typed in
 * two ways, which one depends on the keyboard (Unicode NFKC).
 *
 * @param head known (`isKnownHead`)
 */
export async function deriveKey(passphrase: string, head: Uint8Array): Promise<FileKey> {
  const N = 2 ** (head[MARK_BYTES + 1] ?? LOG_N);
  const bytes = await scrypted(passphrase.normalize('NFKC'), head, { N, r: BLOCK, p: 1, maxmem: 256 * N * BLOCK });
  return { head: Buffer.from(head).toString('hex'), key: bytes.toString('hex') };
}

/** Of a file that is read by nobody but this process. */
export const throwawayKey = (): FileKey => ({
  head: newHead().toString('hex'),
  key: randomBytes(32).toString('hex'),
});

const scrypted = (passphrase: string, salt: Uint8Array, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase, salt, 32, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
