import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { badFile, breathe } from './failures';
import { count, LIMITS } from './limits';
import { readable } from './load-file';

/** Bytes that can be read from the beginning again and again, without being held. */
export interface ByteSource {
  /** `null` where only reading tells. */
  readonly size: number | null;
  /** In pieces; each is overwritten by the next one. */
  read(signal: AbortSignal | undefined): AsyncGenerator<Buffer>;
}

/** Texts of this size are short-lived in the memory of the program; larger ones stay until it is cleared as a whole. */
const STEP = 64 * 1024;

export function fileBytes(path: string, fileName: string, size: number): ByteSource {
  return {
    size,
    async *read(signal) {
      try {
        const handle = await open(path, 'r');
        try {
          const bytes = Buffer.allocUnsafe(STEP);
          for (let at = 0; ; ) {
            const { bytesRead } = await handle.read(bytes, 0, STEP, at);
            if (bytesRead === 0) return;
            yield bytes.subarray(0, bytesRead);
            at += bytesRead;
            await breathe(signal);
          }
        } finally {
          await handle.close();
        }
      } catch (error) {
        throw readable(error, fileName);
      }
    },
  };
}

/** What a gzip file unpacks to, refused where that is far more than it should be. */
export function gunzipped(packed: ByteSource, fileName: string): ByteSource {
  return {
    size: null,
    async *read(signal) {
      const stream = createGunzip({ chunkSize: STEP });
      const feeding = feed(stream, packed, signal);
      let size = 0;
      try {
        for await (const piece of stream) {
          size += piece.length;
          refuseGzipBomb(fileName, size, packed.size ?? 0);
          yield piece;
          await breathe(signal);
        }
        await feeding;
      } catch (error) {
        throw isZlibError(error)
          ? badFile(`${fileName} is damaged: it cannot be unpacked to its end. Copy or download it once more.`)
          : error;
      } finally {
        stream.destroy();
      }
    },
  };
}

/** Hands on what is to be unpacked; a failure of the file comes out where the stream is read. */
async function feed(
  stream: ReturnType<typeof createGunzip>,
  packed: ByteSource,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    for await (const piece of packed.read(signal)) {
      if (stream.destroyed) return;
      if (!stream.write(Buffer.from(piece)))
        await new Promise((resolve) => stream.once('drain', resolve).once('close', resolve));
    }
    stream.end();
  } catch (error) {
    stream.destroy(error instanceof Error ? error : undefined);
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(Z_|ERR_STREAM)/.test(String(error.code));

function refuseGzipBomb(fileName: string, size: number, packed: number): void {
  const why =
    size > LIMITS.zipBytes
      ? `unpacks to more than ${count(LIMITS.zipBytes / 1_048_576)} MB`
      : size > LIMITS.zipRatioFrom && size / Math.max(1, packed) > LIMITS.zipRatio
        ? `unpacks to more than ${LIMITS.zipRatio} times its size`
        : null;
  if (why !== null)
    throw badFile(`${fileName} is refused because it ${why}, which no ordinary table does. Choose the unpacked table.`);
}
