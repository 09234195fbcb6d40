import { z } from 'zod';
import { FACET_KINDS } from '#domain/connections/facet-kinds';
import { CONNECTION_AUTHS, CONNECTION_KINDS, sayKinds } from '#domain/connections/kinds';
import { meaningsOf, WORD_FIELDS } from '#domain/incidents/ticket-words';
import { Count, Empty, Id, Instant, JobId } from '../common';
import { command, query, Said } from '../define';
import { DriftPreview } from '../drift/import';
import { IncidentsPreview } from '../incidents/import';
import { VersionsPreview } from '../models/import-versions';
import { ConnectionChange } from './connection-change';
import { RequestRun, ShownCertificate } from './connection-requests';
import { Attach, ConnectionRules } from './connection-rules';
import { ImportRequest, InventoryPreview } from './imports';
import { ServerFacts, TagMapping, TagUse, Warning } from './registry';

/** When it is read without being asked to, while the portfolio is open. */
export const REFRESHES = ['by_hand', 'on_opening', 'hourly', 'daily'] as const;

const ModelChoices = z.array(z.object({ name: z.string().max(500), modelId: Id.nullable() })).max(5_000);

export const ConnectionMapping = z.object({
  /** Tags of a model that are a field of ours. */
  tags: TagMapping,
  /** Which model of the portfolio each of the server's own names stands for; `null` leaves it out. Others are looked up. */
  models: ModelChoices.default([]),
  /** Whose tickets are: those that say this are of this model, `null` of none. Where rules lead to several models, none is taken. */
  attach: z
    .array(z.object({ by: z.enum(FACET_KINDS), is: z.string().trim().min(1).max(500), modelId: Id.nullable() }))
    .max(2_000)
    .default([]),
  /** What a state or a priority of tickets is here; those that are left out are guessed as of a file. */
  words: z
    .array(
      z
        .object({ field: z.enum(WORD_FIELDS), from: z.string().min(1).max(500), to: z.string().max(40) })
        .refine(
          ({ field, to }) => to === '' || meaningsOf(field).includes(to),
          'give a status, or a severity of 1 to 5',
        ),
    )
    .max(500)
    .default([]),
  /** The cost of the calls of an application is its model's annual run cost; `null`: it is a series of results alone. */
  runCost: z
    .object({
      /** What a US dollar is in the portfolio's currency, and on which day it was; `null`: it counts in dollars. */
      rate: z.object({ perUsd: z.number().positive().max(1e6), asOf: z.iso.date() }).nullable(),
    })
    .nullable()
    .default(null),
});
export type ConnectionMapping = z.output<typeof ConnectionMapping>;

const SecretRef = z
  .string()
  .max(500)
  .regex(/^(|kept|env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$/, 'write kept, env:NAME or file:PATH');

const stated = {
  kind: z.enum(CONNECTION_KINDS).describe(sayKinds()),
  label: z.string().trim().min(1, 'give it a name').max(80),
  /** `https://mlflow.example/team`; a name and password in it are refused. */
  address: z.string().max(600),
  /** A part of the server, where its kind has such: of MLflow a workspace. */
  scope: z.string().trim().max(4_000).default(''),
  /** `token`: a bearer token. `password`: the secret is the password of `login`. */
  auth: z.enum(CONNECTION_AUTHS).default('none'),
  login: z.string().max(200).default(''),
  /**
   * Where the secret is, never the secret: `kept` (the key store of this computer, else until the program ends), `env:NAME` (a variable of
   * the environment), `file:PATH` (the first line of a file that only you may read).
   */
  secretRef: SecretRef.default(''),
  /** A file with certificates (PEM) that are trusted for this connection besides those of the system. */
  caFile: z.string().max(1000).default(''),
  /** Confirmed: a server that is not on this computer is talked to without encryption. */
  plainHttp: z.boolean().default(false),
  refresh: z.enum(REFRESHES).default('by_hand'),
  mapping: ConnectionMapping.prefault({}),
};

export const RemoteTrouble = z.object({
  at: Instant,
  /** What it is, and what to do: without full stops. */
  what: Said,
  todo: Said,
  /** When the server may be asked again; `null`: it did not say. */
  notBefore: Instant.nullable(),
  /** What a host shows that did not prove its name, where it could be looked at. */
  certificate: ShownCertificate.nullish(),
});

/** A connection and what this computer knows of it. */
export const Connection = z.object({
  id: Id,
  ...stated,
  /** What a person agrees to: `https://mlflow.example`. */
  origin: z.string(),
  host: z.string(),
  port: Count,
  /** The proxy that requests go through, as the environment of the program says; '' = straight. */
  proxy: z.string(),
  /** Whether somebody agreed on this computer that this host is asked, with this secret. */
  agreed: z.boolean(),
  /** Says all that is agreed to: host, kind, proof, place of the secret, CA. Another word once one of them is another. */
  shown: z.string(),
  secret: z.enum(['not_needed', 'here', 'missing']),
  /** Whether a secret that is kept outlives the program. */
  keepsSecret: z.boolean(),
  lastGood: ServerFacts.extend({ at: Instant, ms: Count }).nullable(),
  trouble: RemoteTrouble.nullable(),
  /** What the last refresh found and nobody has taken yet, and what it saw as known. */
  waiting: Count,
  unchanged: Count,
  /** What was taken last was undone since, so that what the last refresh found holds no more. */
  takenBack: z.boolean(),
  /** When the portfolio last took something of it. */
  taken: Instant.nullable(),
  /** When it is read next while the portfolio is open; `null`: when somebody asks. */
  next: Instant.nullable(),
});
export type Connection = z.output<typeof Connection>;

const fetchOf = z.object({ id: Id, jobId: JobId.optional() });
const { rules, keepRules, decisions, answers, doubles } = ImportRequest.shape;
const deciding = {
  rules,
  keepRules,
  decisions,
  answers,
  doubles,
  /** Which model a name of the server is; kept with the connection when it is taken. */
  models: ModelChoices.default([]),
};

export const ConnectionPreview = z.object({
  /** Names what was fetched, so that `apply` takes just that. */
  fetched: z.string(),
  at: Instant,
  ms: Count,
  server: ServerFacts,
  /** Models and incidents that something would be written of, and those that wait for an answer or contradict. */
  changes: Count,
  asks: Count,
  unchanged: Count,
  /** At most 500, those that ask first. */
  lines: z.array(ConnectionChange),
  linesTotal: Count,
  warnings: z.array(Warning),
  /** The same difference as that of a file, of each part that it brings: models, their versions, incidents, results of drift. */
  inventory: InventoryPreview.nullable(),
  versions: VersionsPreview.nullable(),
  incidents: IncidentsPreview.nullable(),
  drift: DriftPreview.nullable(),
  /** Of tickets, which are attached by rules; `null`: its kind has none. */
  attach: Attach.nullable(),
});
export type ConnectionPreview = z.output<typeof ConnectionPreview>;

const Applied = z.object({
  /** As `imports.undo` takes them; either takes all back. Empty: nothing had changed, and nothing was written. */
  importIds: z.array(Id),
  created: Count,
  updated: Count,
  unchanged: Count,
  rejected: Count,
  waiting: Count,
});

export const connections = {
  list: query(Empty, z.object({ connections: z.array(Connection), keyStore: z.boolean() })),
  /** Without `id` a new one. A changed address, or another secret, is agreed to anew. */
  save: command(z.object({ id: Id.optional(), ...stated }), Connection),
  /** The models stay; the secret on this computer goes. */
  remove: command(z.object({ id: Id }), z.object({ removed: z.boolean() })),
  /** Keeps the secret of a connection on this computer, for its present host alone; '' forgets it. Never on a command line. */
  keepSecret: command(
    z.object({ id: Id, secret: z.string().max(20_000) }),
    z.object({ kept: z.enum(['system', 'session', 'none']) }),
  ),
  /**
   * That this computer talks to this host for this connection; no request goes out before. `origin` and `shown` as `list` gives them;
   * `shown` may be left out where neither a secret nor a CA goes along.
   */
  agree: command(
    z.object({
      id: Id,
      origin: z.string().max(600),
      shown: z.string().max(64).optional(),
      agreed: z.boolean().default(true),
    }),
    z.object({ agreed: z.boolean() }),
  ),
  /** Asks the server what it is, and writes nothing. */
  test: command(
    fetchOf,
    z.object({
      server: ServerFacts,
      workspaces: z.array(z.string()),
      ms: Count,
      /** Tags of its models with the number of models that have them, and the field that the name suggests. */
      tags: z.array(TagUse),
      warnings: z.array(Warning),
    }),
  ),
  /** Reads the server (or looks once more at what was `fetched`) and says what an import would do; writes nothing. */
  preview: command(fetchOf.extend({ fetched: z.string().max(80).optional(), ...deciding }), ConnectionPreview),
  /** Takes what was fetched (else what is there now) as one step that can be undone. */
  apply: command(fetchOf.extend({ fetched: z.string().max(80).optional(), ...deciding }), Applied),
  /** Its rules of tickets and what holds by them among those that are here; nothing is asked of the server. */
  rules: query(z.object({ id: Id }), ConnectionRules),
  /** Attaches the tickets that are here as the rules say, as one step that can be undone; nothing is asked of the server. */
  attach: command(z.object({ id: Id }), Applied),
  /** What this computer asked for it, the latest first: of which host, when, how often, with which answers. At most the last 100 looks. */
  requests: query(z.object({ id: Id }), z.object({ runs: z.array(RequestRun) })),
  /** Every connection that was agreed to, once, one after another: for a scheduler. `take`: what is new is taken. */
  refresh: command(
    z.object({ take: z.boolean().default(true), jobId: JobId.optional() }),
    z.object({
      results: z.array(
        z.object({
          id: Id,
          label: z.string(),
          outcome: z.enum(['taken', 'waiting', 'unchanged', 'not_agreed', 'failed']),
          changes: Count,
          asks: Count,
          trouble: RemoteTrouble.nullable(),
        }),
      ),
    }),
  ),
};
