import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { DomainError } from '../failure/domain-error';
import type { Session } from './connection/session';

export const PIECE_BYTES = 4 * 1024 * 1024;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Quick and still a third smaller than gzip. Every Node has it; zstd came later than the oldest Electron that this runs on. */
export const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 22 } };

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface Packed {
  readonly pieces: readonly Buffer[];
  /** Of what was packed. */
  readonly digest: string;
}

export async function pack(payload: Buffer): Promise<Packed> {
  const packed = await compress(payload, BROTLI);
  const pieces: Buffer[] = [];
  for (let at = 0; at < packed.length; at += PIECE_BYTES) pieces.push(packed.subarray(at, at + PIECE_BYTES));
  return { pieces, digest: sha256(payload) };
}

/** What an entry brought along besides its changes; `null`: nothing. */
export async function fetchPayload(session: Session, schema: string, seq: number): Promise<Buffer | null> {
  const [row] = await session.ask<{ part: number; parts: number; sha256: string }>(
    `select part, parts, sha256 from ${schema}.payloads where seq = $1`,
    [seq],
  );
  if (!row) return null;
  const pieces: Buffer[] = [];
  for (let no = 0; no < row.parts; no += 1) pieces.push(await fetchPiece(session, schema, row.part, no));
  const payload = await decompress(Buffer.concat(pieces)).catch(() => null);
  if (payload === null || sha256(payload) !== row.sha256)
    throw new DomainError('bad_file', `What entry ${seq} brought along is damaged on the server. Tell its owner.`);
  return payload;
}

export async function fetchPiece(session: Session, schema: string, part: number, no: number): Promise<Buffer> {
  const [row] = await session.ask<{ data: Buffer }>(`select data from ${schema}.pieces where part = $1 and no = $2`, [
    part,
    no,
  ]);
  if (!row) throw new DomainError('bad_file', 'A piece of what lies on the server is missing. Tell its owner.');
  return row.data;
}
