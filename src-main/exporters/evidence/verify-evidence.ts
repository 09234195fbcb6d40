import { createHash, createPublicKey, verify } from 'node:crypto';
import { fingerprintOf } from '../../platform/signing-key';
import { ChainReader } from './chain-reader';
import {
  EvidenceEnd as End,
  type EvidenceEnd,
  type EvidenceHead,
  EvidenceSignature,
  EvidenceHead as Head,
} from './evidence-file';
import { type EvidenceFault, parsedLine } from './evidence-line';
import { type FileLine, fileLines } from './file-lines';

export interface EvidenceFindings {
  /** `null`: the first line does not say what this file is. */
  readonly head: EvidenceHead | null;
  readonly fault: EvidenceFault | null;
  readonly entries: number;
  readonly changes: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly actors: readonly string[];
  /** Entries that bear an earlier time than the one before them: a clock was set back. */
  readonly backwards: number;
  /** Of the last entry that held. */
  readonly lastHash: string;
  /** Of the whole file, in hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Reads a file of evidence again from its first byte to its last: every line as it was written, every entry following from the
 * one before, the digest of all of it, and the signature. Needs no portfolio; the first thing that does not hold is told.
 */
export async function verifyEvidence(path: string, signal?: AbortSignal): Promise<EvidenceFindings> {
  const whole = createHash('sha256');
  const above = createHash('sha256');
  let bytes = 0;
  let head: EvidenceHead | null = null;
  let chain: ChainReader | null = null;
  let end: { readonly line: FileLine; readonly value: EvidenceEnd['end'] | null } | null = null;
  let signature: { readonly line: FileLine; readonly value: string | null } | null = null;
  let after: FileLine | null = null;
  let fault: EvidenceFault | null = null;
  const at = ({ number }: FileLine, what: string): EvidenceFault => ({
    line: number,
    toLine: number,
    entry: null,
    what,
  });

  for await (const line of fileLines(path)) {
    signal?.throwIfAborted();
    whole.update(line.bytes);
    if (line.ended) whole.update('\n');
    bytes += line.bytes.length + (line.ended ? 1 : 0);
    if (line.number === 1) {
      head = parsedLine(line, Head);
      if (head === null) break;
      chain = new ChainReader(head);
    } else if (end !== null) {
      if (signature === null) signature = { line, value: parsedLine(line, EvidenceSignature)?.signature ?? null };
      else after ??= line;
      continue;
    } else if (line.bytes.subarray(0, 6).equals(Buffer.from('{"end"'))) {
      end = { line, value: parsedLine(line, End)?.end ?? null };
      continue;
    } else fault ??= chain?.take(line) ?? null;
    above.update(line.bytes);
    if (line.ended) above.update('\n');
  }

  const seen = { head, ...(chain?.seen ?? NOTHING), lastHash: chain?.head ?? '', bytes };
  if (head === null || chain === null) return { ...seen, fault: null, sha256: '' };
  const sha256 = whole.digest('hex');
  const rest = (): EvidenceFault | null => {
    if (end === null || signature === null)
      return {
        ...NOWHERE,
        line: chain.lines + 2,
        toLine: chain.lines + 2,
        what: 'and what follows is missing: the file was cut',
      };
    const left = chain.missing(end.value?.entries);
    if (left !== null) return left;
    return faultOfEnding(head, chain, { end, signature, after }, above.digest('hex'), at);
  };
  return { ...seen, fault: fault ?? rest(), sha256 };
}

const NOTHING = { entries: 0, changes: 0, firstAt: null, lastAt: null, actors: [], backwards: 0 };
const NOWHERE = { entry: null } as const;

interface Ending {
  readonly end: { readonly line: FileLine; readonly value: EvidenceEnd['end'] | null };
  readonly signature: { readonly line: FileLine; readonly value: string | null };
  readonly after: FileLine | null;
}

/** The chain holds: what is left is the head, the line with the digest, and the signature. */
function faultOfEnding(
  head: EvidenceHead,
  chain: ChainReader,
  { end, signature, after }: Ending,
  above: string,
  at: (line: FileLine, what: string) => EvidenceFault,
): EvidenceFault | null {
  const der = Buffer.from(head.publicKey, 'base64');
  const first = { line: 1, toLine: 1, entry: null, what: 'was altered' };
  if (der.toString('base64') !== head.publicKey || fingerprintOf(der) !== head.fingerprint) return first;
  const { entries, changes } = chain.seen;
  const { value } = end;
  const fits = value?.entries === entries && value.changes === changes && value.head === chain.head;
  if (!fits) return at(end.line, 'was altered');
  const signed = isSigned(der, end.line.bytes, signature.value);
  // The signature is over the digest: where it holds, the digest is as it was written and what lies above is not.
  if (value.sha256 !== above) return signed ? first : at(end.line, 'or the first line was altered');
  if (!signed) return at(signature.line, 'is not the signature of what stands above it');
  return after === null ? null : at(after, 'and what follows was added');
}

function isSigned(der: Buffer, bytes: Uint8Array, signature: string | null): boolean {
  if (signature === null) return false;
  const raw = Buffer.from(signature, 'base64');
  if (raw.toString('base64') !== signature) return false;
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, raw);
  } catch {
    return false;
  }
}
