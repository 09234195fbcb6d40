import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const LENGTH = 16;
/** Random bytes are fetched for many ids at once: an import makes hundreds of thousands. */
const POOL = LENGTH * 256;
let pool = Buffer.alloc(0);
let used = 0;

/** 16 characters of Crockford's base 32: 80 random bits, short enough for a URL and a spoken sentence. */
export function newId(): string {
  if (used >= pool.length) {
    pool = randomBytes(POOL);
    used = 0;
  }
  let id = '';
  for (const byte of pool.subarray(used, used + LENGTH)) id += ALPHABET[byte & 31];
  used += LENGTH;
  return id;
}
