import { createHash } from 'node:crypto';
import type { SigningKey } from '../../platform/signing-key';
import type { EvidencePart } from '../../store/journal/evidence';
import type { EvidenceEnd, EvidenceHead } from './evidence-file';

export interface EvidenceTotals {
  entries: number;
  changes: number;
}

/** The whole file, line by line; `totals` grows as it is written. */
export async function* evidenceText(
  head: EvidenceHead,
  parts: AsyncIterable<EvidencePart>,
  key: SigningKey,
  totals: EvidenceTotals,
): AsyncGenerator<string> {
  const sha256 = createHash('sha256');
  const written = (lines: readonly string[]): string => {
    const text = `${lines.join('\n')}\n`;
    sha256.update(text);
    return text;
  };
  yield written([JSON.stringify(head)]);
  let last = head.before;
  for await (const { lines, changes, hash } of parts) {
    totals.changes += changes;
    if (hash !== null) totals.entries += 1;
    last = hash ?? last;
    if (lines.length > 0) yield written(lines);
  }
  const end: EvidenceEnd = { end: { ...totals, head: last, sha256: sha256.digest('hex') } };
  const line = JSON.stringify(end);
  yield `${line}\n${JSON.stringify({ signature: key.sign(Buffer.from(line)).toString('base64') })}\n`;
}
