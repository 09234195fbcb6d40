import { z } from 'zod';

/** First words of the first line: by them a file is known. */
export const EVIDENCE = 'journal of a Modelfolio portfolio';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().int().min(0);
const Text = z.string().max(2_000);

/** The first line: what this is, of which range, by whom, and with which key it is signed. */
export const EvidenceHead = z.strictObject({
  evidence: z.literal(EVIDENCE),
  version: z.literal(1),
  portfolio: Text,
  from: Count,
  to: Count,
  /** Hash of the entry before the first one; 64 zeros before entry 1. */
  before: Hash,
  /** Whether the lines of the changes are in it, or their digests alone. */
  values: z.boolean(),
  /** The whole journal when this was written, and what verifying it found. */
  journal: z.strictObject({ entries: Count, head: Hash, rows: Count, differences: Count }),
  /** Changes at the end of the journal that others who share the portfolio do not have yet; left out: none. */
  unshared: Count.optional(),
  exportedAt: Text,
  exportedBy: Text,
  program: Text,
  clock: z.strictObject({ clock: Text, keptByTimeServer: z.boolean().nullable(), server: Text }),
  /** Ed25519, base64 of its DER; and SHA-256 of that DER. */
  publicKey: Text,
  fingerprint: Hash,
});
export type EvidenceHead = z.output<typeof EvidenceHead>;

/** The line before the last one; the signature is over its bytes, and it holds the digest of all the bytes above it. */
export const EvidenceEnd = z.strictObject({
  end: z.strictObject({ entries: Count, changes: Count, head: Hash, sha256: Hash }),
});
export type EvidenceEnd = z.output<typeof EvidenceEnd>;

export const EvidenceSignature = z.strictObject({ signature: z.string().max(100) });

/** The columns of an entry in the order in which they are hashed; the digest of its changes is the last but one. */
export const EvidenceEntry = z.strictObject({
  entry: z.tuple([
    Count,
    z.string(),
    z.string(),
    z.enum(['do', 'undo', 'redo']),
    z.string(),
    z.string(),
    Count.nullable(),
    Count.nullable(),
    Count.nullable(),
    Count.nullable(),
    Count.nullable(),
    Count,
    Hash,
    Hash,
  ]),
  hash: Hash,
});

/** A change: entry, place in it, table, row, model, and the row before and after. */
export const EvidenceChange = z.tuple([
  Count,
  Count,
  z.string(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
]);
