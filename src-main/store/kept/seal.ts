import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { FileKey } from '../open/file-key';

const MARK = Buffer.from('MFSEAL01');
const METHOD = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;

/** Of the portfolio's key, for nothing but this. */
const keyFor = ({ key, head }: FileKey): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), Buffer.from(head, 'hex'), 'kept models', 32));

/** Bytes that open with the key of an encrypted portfolio only; where that lies stands in front of them. */
export function sealed(parts: readonly Uint8Array[], key: FileKey, path: string): readonly Uint8Array[] {
  const place = Buffer.from(JSON.stringify({ path }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(place.length);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(METHOD, keyFor(key), iv);
  cipher.setAAD(place);
  const made = parts.map((part) => cipher.update(part));
  const end = cipher.final();
  return [MARK, length, place, iv, ...made, end, cipher.getAuthTag()];
}

export const isSealed = (file: Uint8Array): boolean => MARK.equals(file.subarray(0, MARK.length));

/** Throws where it was sealed with another key, or altered. */
export function unsealed(file: Buffer, key: FileKey): Buffer {
  if (!isSealed(file)) throw new Error('not sealed');
  const from = MARK.length + LENGTH_BYTES;
  const at = from + file.readUInt32LE(MARK.length);
  const opened = createDecipheriv(METHOD, keyFor(key), file.subarray(at, at + IV_BYTES));
  opened.setAAD(file.subarray(from, at));
  opened.setAuthTag(file.subarray(file.length - TAG_BYTES));
  const content = opened.update(file.subarray(at + IV_BYTES, file.length - TAG_BYTES));
  opened.final();
  return content;
}
