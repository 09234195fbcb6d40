import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliCompress, createBrotliDecompress } from 'node:zlib';
import { DomainError } from '../failure/domain-error';
import type { SnapshotHead } from '../store/shared/central';
import type { Session } from './connection/session';
import { BROTLI, fetchPiece, PIECE_BYTES } from './pieces';

const NEWEST = `complete order by seq desc, part desc limit 1`;

export async function newestSnapshot(session: Session, schema: string): Promise<SnapshotHead | null> {
  // What is not open may get more of its past yet: nobody begins with it.
  const [row] = await session.ask<{ seq: number; hash: string; bytes: number }>(
    `select seq, hash, bytes from ${schema}.snapshots where (select open from ${schema}.portfolio) and ${NEWEST}`,
  );
  return row ?? null;
}

/**
 * @param into a file that is not there yet; it is there afterwards only when it is whole
 * @throws DomainError `not_found` where it went while it was fetched, for newer ones took its place
 */
export async function fetchSnapshot(
  session: Session,
  schema: string,
  seq: number,
  into: string,
  progress: (done: number) => void = () => {},
): Promise<void> {
  const [row] = await session.ask<{ part: number; parts: number; sha256: string; bytes: number }>(
    `select part, parts, sha256, bytes from ${schema}.snapshots where seq = $1 and ${NEWEST}`,
    [seq],
  );
  if (!row) throw gone();
  const digest = createHash('sha256');
  let bytes = 0;
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let no = 0; no < (row?.parts ?? 0); no += 1) {
      yield await fetchPiece(session, schema, row?.part ?? 0, no);
      progress((no + 1) / (row?.parts ?? 1));
    }
  }
  const file = createWriteStream(into, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(
      Readable.from(pieces()),
      createBrotliDecompress(),
      async function* counted(parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          digest.update(part);
          bytes += part.length;
          if (bytes > row.bytes)
            throw new DomainError('bad_file', 'The snapshot on the server is damaged. Tell its owner.');
          yield part;
        }
      },
      file,
    );
    if (bytes !== row.bytes || digest.digest('hex') !== row.sha256)
      throw new DomainError('bad_file', 'The snapshot on the server is damaged. Tell its owner.');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) await rm(into, { force: true });
    if (!(error instanceof DomainError)) throw error;
    const there = await session.ask(`select from ${schema}.snapshots where part = $1`, [row.part]);
    throw there.length === 0 ? gone() : error;
  }
}

/** Newer ones took its place meanwhile. */
const gone = (): DomainError => new DomainError('not_found', 'This snapshot is not on the server any more. Try again.');

export interface NewSnapshot {
  readonly seq: number;
  readonly hash: string;
  readonly file: string;
}

export async function leaveSnapshot(session: Session, schema: string, { seq, hash, file }: NewSnapshot): Promise<void> {
  const digest = createHash('sha256');
  for await (const part of createReadStream(file)) digest.update(part as Buffer); // no encoding was asked for
  const { size } = await stat(file);
  const { snapshot } = await session.one<{ snapshot: number }>(
    `select ${schema}.snapshot_begin($1, $2, $3, $4) as snapshot`,
    [seq, hash, digest.digest('hex'), size],
  );
  let no = 0;
  const send = async (data: Buffer): Promise<void> => {
    await session.ask(`select ${schema}.snapshot_piece($1, $2, $3)`, [snapshot, no, data]);
    no += 1;
  };
  await pipeline(createReadStream(file), createBrotliCompress(BROTLI), async (parts: AsyncIterable<Buffer>) => {
    let waiting: Buffer[] = [];
    let bytes = 0;
    for await (const part of parts) {
      waiting.push(part);
      bytes += part.length;
      if (bytes < PIECE_BYTES) continue;
      await send(Buffer.concat(waiting));
      waiting = [];
      bytes = 0;
    }
    if (bytes > 0) await send(Buffer.concat(waiting));
  });
  await session.ask(`select ${schema}.snapshot_end($1)`, [snapshot]);
}
