import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 16 characters of Crockford's base 32: 80 random bits, short enough for a URL and a spoken sentence. */
export function newId(): string {
  return Array.from(randomBytes(16), (byte) => ALPHABET[byte & 31]).join('');
}
