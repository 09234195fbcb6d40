import { z } from 'zod';
import { Count, Empty, FileReference, Id, Instant } from '../common';
import { command, query, Said } from '../define';

const ShareRole = z.enum(['viewer', 'editor', 'approver', 'owner']);

/** Where a shared portfolio lies and who asks for it. Whatever proves that somebody is who they say is never kept with it. */
const Address = z.object({
  host: z.string().min(1, 'give the name of the server').max(255),
  port: z.number().int().min(1).max(65_535).default(5432),
  database: z.string().min(1, 'give the name of the database').max(63),
  user: z.string().min(1, 'give the name of your login').max(63),
  /** The certificate that the server's is proved by; left out: those that the system trusts. */
  ca: FileReference.optional(),
});

/** For one login: a password, or a certificate with its key. Left out: what this computer keeps for it. */
const Proof = z.object({
  password: z.string().max(1_000).optional(),
  certificate: FileReference.optional(),
  key: FileReference.optional(),
});

const Login = Address.extend(Proof.shape);

/** A step of a test: what was found, in the order in which it was asked. */
const Found = z.object({
  state: z.enum(['good', 'bad', 'not_done']),
  text: Said,
  note: Said,
});

const Whereabouts = z.object({
  page: z.string(),
  modelId: Id.nullable(),
  modelName: z.string().nullable(),
  edits: z.boolean(),
});

const Member = z.object({
  user: z.string(),
  name: z.string(),
  role: ShareRole,
  self: z.boolean(),
  /** Where this person is now; `null`: not here. */
  here: Whereabouts.nullable(),
  seenAt: Instant.nullable(),
  lastEntryAt: Instant.nullable(),
});

const ShareState = z.enum(['private', 'connecting', 'connected', 'catching_up', 'offline', 'refused']);

/** One field of a row that somebody else changed since this person saw it. */
const Collision = z.object({
  table: z.string(),
  id: z.string(),
  /** Of the model or incident, where the row is one or belongs to one. */
  name: z.string().nullable(),
  field: z.string(),
  /** JSON values: what was seen, what stands there now, what was to be written. */
  seen: z.unknown(),
  theirs: z.unknown(),
  mine: z.unknown(),
  by: z.string(),
  at: Instant,
  seq: Count,
});

const Waiting = z.object({
  id: Id,
  label: Said,
  at: Instant,
  /** The model that it concerns. */
  modelId: Id.nullable(),
  /** The fields it writes, for a list: at most three. */
  fields: z.array(
    z.object({ name: z.string().nullable(), field: z.string(), before: z.unknown(), after: z.unknown() }),
  ),
  /** What it was refused with on return; `null`: it waits for the server. */
  refusal: z.object({ message: Said, collisions: z.array(Collision) }).nullable(),
});

/** The open portfolio as one that a team shares on a PostgreSQL server; this file is then this person's whole copy. */
export const share = {
  status: query(
    Empty,
    z.object({
      shared: z.boolean(),
      state: ShareState,
      /** Why it is offline or refused, and what to do; '' otherwise. */
      message: Said,
      /** Since when it is in this state. */
      since: Instant.nullable(),
      server: z
        .object({
          host: z.string(),
          port: Count,
          database: z.string(),
          user: z.string(),
          portfolio: z.string(),
          /** Who vouches for the server: the issuer of its certificate; `null`: this computer itself. */
          provedBy: z.string().nullable(),
          /** The password is in the key store of this computer. */
          remembered: z.boolean(),
        })
        .nullable(),
      /** Of this person; '' and `viewer` in a private portfolio. */
      name: z.string(),
      role: ShareRole,
      /** The newest entry that is shared, and the newest one of the server where it is ahead of this copy. */
      head: z.object({ seq: Count, at: Instant.nullable() }),
      serverHead: Count.nullable(),
      /** How many changes wait to be shared. */
      pending: Count,
      /** Others who are here now. */
      here: z.array(z.object({ user: z.string(), name: z.string(), here: Whereabouts })),
      /** Names of those who give roles and who may approve, as the server said last; empty: not known. */
      owners: z.array(z.string()),
      approvers: z.array(z.string()),
      /**
       * A server that this file names and that nobody has agreed to on this computer: it is not asked before `connect` is told `agree`.
       * `vouched`: by whom its certificate has to be signed. `null`: it was agreed to.
       */
      confirm: z.object({ agree: z.string(), vouched: Said }).nullable(),
      /** Nothing is written, and nothing waits to be, until what `message` says is mended. */
      held: z.boolean(),
      /** Another program wrote the shared portfolio: versions of its contents; `null`: it is this one's, or not known. */
      program: z.object({ theirs: Count, ours: Count, mayUpdate: z.boolean() }).nullable(),
    }),
  ),
  /** Looks whether a server can carry a portfolio, or has one to join; writes nothing on either side. */
  test: command(
    Login.extend({ for: z.enum(['create', 'join']) }),
    z.object({
      ok: z.boolean(),
      found: z.array(Found),
      /** What to do where it is not. */
      advice: Said,
      /** The name that the server proves to have, where it is another one. */
      provesToBe: z.string().nullable(),
      /** Portfolios that this login may join. */
      portfolios: z.array(z.object({ id: z.string(), name: z.string(), role: ShareRole })),
    }),
  ),
  /** Shares the open portfolio: its journal goes to the server, and this file becomes the copy of whoever does it. */
  create: command(
    Login.extend({ name: z.string().min(1).max(200), remember: z.boolean().default(false) }),
    z.object({ portfolio: z.string() }),
  ),
  /**
   * SQL for whoever runs the database, where logins may make nothing there: a place for the open portfolio, which the login `user` then
   * shares with `share.create`. Of one that is shared: what its server lacks before `share.update`; '' where that is nothing. Writes
   * nothing on either side.
   */
  prepare: command(
    z.object({ user: z.string().max(63).default(''), name: z.string().max(200).default('') }),
    z.object({ portfolio: z.string(), sql: z.string() }),
  ),
  /** Makes a copy of a shared portfolio in a new file, and opens it. */
  join: command(
    Login.extend({
      portfolio: z.string().min(1).max(63),
      file: FileReference.optional(),
      remember: z.boolean().default(false),
    }),
    z.object({ portfolio: z.string(), name: z.string(), entries: Count }),
  ),
  /**
   * The file becomes a private one with the whole journal. `waiting`: changes that were not shared stay in it, or are taken back
   * before; `ask` refuses where there are some and names them. `dropped`: what was to stay and does not, since it was refused.
   */
  leave: command(
    z.object({ waiting: z.enum(['keep', 'discard', 'ask']).default('keep') }),
    z.object({
      entries: Count,
      keptPending: Count,
      dropped: z.array(z.object({ label: Said, at: Instant, why: Said })),
    }),
  ),
  /**
   * Gives the password again, or tries to reach the server at once. `agree`: that this computer asks the server which the file names,
   * just as `status` says it under `confirm`.
   */
  connect: command(
    Proof.extend({ remember: z.boolean().optional(), agree: z.string().max(2_000).optional() }),
    z.object({ state: ShareState }),
  ),
  /**
   * For an owner whose Modelfolio is newer than the shared portfolio: everybody else needs the newer one from then on. Back up the
   * database before.
   */
  update: command(Empty, z.object({ state: ShareState })),
  /** Changes that are not shared yet, in the order in which they will be. */
  pending: query(Empty, z.object({ rows: z.array(Waiting) })),
  /** What stands in this copy only, by its row. */
  unshared: query(
    Empty,
    z.object({
      rows: z.array(
        z.object({
          table: z.string(),
          id: z.string(),
          modelId: Id.nullable(),
          /** Columns; none: the row as a whole is new. */
          fields: z.array(z.string()),
          /** Of a version's row, or of a move that brought one; `null`: of none. */
          version: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What others did while this computer was away, since a person looked here: the newest of it first. */
  away: query(
    Empty,
    z.object({
      /** `null`: nothing was done, or it is not known since when. */
      since: Instant.nullable(),
      /** The entry behind which it begins; `null`: there is nothing. */
      after: Count.nullable(),
      total: Count,
      people: z.array(z.string()),
      rows: z.array(
        z.object({
          seq: Count,
          at: Instant,
          actor: z.string(),
          label: Said,
          modelId: Id.nullable(),
          modelName: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Somebody has seen it; writes no entry. */
  looked: command(Empty, z.object({})),
  /**
   * Decides about one of them: `mine` runs it again over what others wrote since, `theirs` and `take_back` let it go.
   */
  resolve: command(z.object({ id: Id, how: z.enum(['mine', 'theirs', 'take_back']) }), z.object({ pending: Count })),
  members: query(Empty, z.object({ rows: z.array(Member) })),
  /** For owners: lets somebody in, gives another role, or (`null`) lets nobody in under this login any more. */
  setRole: command(
    z.object({ user: z.string().min(1).max(63), name: z.string().min(1).max(200), role: ShareRole.nullable() }),
    z.object({ rows: z.array(Member) }),
  ),
  /** What others see of where this person is; writes no entry. */
  announce: command(
    z.object({ page: z.string().max(300), modelId: Id.nullable(), edits: z.boolean() }),
    z.object({ told: z.boolean() }),
  ),
  /** The journal as this copy and as the server itself work it out. */
  verify: command(
    Empty,
    z.object({
      ok: z.boolean(),
      message: Said,
      here: z.object({ entries: Count, head: z.string() }),
      server: z.object({ entries: Count, head: z.string() }).nullable(),
    }),
  ),
};
