import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { throwIfCancelled } from '../tabular/failures';
import { readable } from '../tabular/load-file';

/** SHA-256 (hex) of a file of any size, read a part at a time. */
export async function hashFile(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      throwIfCancelled(signal);
      hash.update(piece);
    }
  } catch (error) {
    throw readable(error, basename(path));
  }
  return hash.digest('hex');
}
