import { z } from 'zod';
import { Count, Instant } from '../common';

/** What a server shows to prove its name, as it stands in the certificate itself: nobody has verified it. */
export const ShownCertificate = z.object({
  /** Whom it is of, by whom it was issued: `CN=mlflow.example, O=Acme`. */
  subject: z.string(),
  issuer: z.string(),
  /** The names of hosts that it is for. */
  names: z.array(z.string()),
  /** SHA-256, as its administrators see it too: `AB:12:…`. */
  fingerprint: z.string(),
  from: Instant.nullable(),
  until: Instant.nullable(),
  /** Those that it was issued by, as far as the server shows them, up to the last. */
  issuers: z.array(z.object({ subject: z.string(), fingerprint: z.string() })),
});
export type ShownCertificate = z.output<typeof ShownCertificate>;

/** What one look asked a host for, noted on this computer: no secrets, no contents, no names of things. */
export const RequestRun = z.object({
  at: Instant,
  ms: Count,
  why: z.enum(['test', 'read']),
  /** `mlflow.example:8443`. */
  host: z.string(),
  requests: Count,
  bytes: Count,
  /** The commonest first; names and ids in paths are left out (`…`), and what follows “?”. */
  asked: z.array(
    z.object({
      what: z.string(),
      count: Count,
      /** How often each code came; `0`: no answer. */
      answers: z.array(z.object({ code: Count, count: Count })),
    }),
  ),
});
export type RequestRun = z.output<typeof RequestRun>;
