import { z } from 'zod';
import { Count, Empty } from '../common';
import { command, query } from '../define';

/** Fewer characters are tried out in no time. */
const LEAST_CHARACTERS = 8;
const MOST_CHARACTERS = 1_000;

/** One that somebody types to open what is encrypted with it. */
export const Passphrase = z.string().min(1, 'give the passphrase').max(MOST_CHARACTERS);
/** One that is chosen. */
export const NewPassphrase = z
  .string()
  .min(LEAST_CHARACTERS, `a passphrase has at least ${LEAST_CHARACTERS} characters`)
  .max(MOST_CHARACTERS);

/** The encryption of the open portfolio. A passphrase is nowhere kept; nobody can bring a forgotten one back. */
export const encryption = {
  status: query(
    Empty,
    z.object({
      encrypted: z.boolean(),
      /** The system has a key store that keeps what is put there from others; a browser's host never has. */
      keyStore: z.boolean(),
      /** The key of this portfolio is in it: it opens on this computer without its passphrase. */
      remembered: z.boolean(),
      /** Backups and copies of an encrypted portfolio, in its folder and those of its backups, that anybody can read. */
      plainCopies: z.array(z.object({ fileName: z.string(), folder: z.string(), sizeBytes: Count })),
    }),
  ),
  /**
   * Encrypts the portfolio, or gives it another passphrase: then `current` opens it now. The file is written anew and takes its own
   * place when it has been checked. Backups stay as they are: each opens with the passphrase of its day.
   */
  set: command(
    z.object({ passphrase: NewPassphrase, current: Passphrase.optional(), remember: z.boolean().optional() }),
    z.object({ encrypted: z.literal(true), remembered: z.boolean() }),
  ),
  /** Makes it a plain file again, which anybody who has it can read. */
  remove: command(z.object({ current: Passphrase }), z.object({ encrypted: z.literal(false) })),
  /** Puts the key into the system's key store, or takes it from there. */
  remember: command(z.object({ on: z.boolean() }), z.object({ remembered: z.boolean() })),
  /** Encrypts the plain copies with the key of the portfolio, or deletes them. */
  settleCopies: command(
    z.object({ how: z.enum(['encrypt', 'delete']) }),
    z.object({
      settled: Count,
      /** Those that could not be, each with what stands against it. */
      left: z.array(z.object({ fileName: z.string(), why: z.string() })),
    }),
  ),
};
