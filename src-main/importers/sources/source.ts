import type { DriftMapping } from '#contract/drift/import';
import type { ConnectionMapping } from '#contract/imports/connections';
import type { FieldMapping, Mapping } from '#contract/imports/imports';
import type { ServerFacts } from '#contract/imports/registry';
import type { IncidentMapping } from '#contract/incidents/import';
import type { VersionsMapping } from '#contract/models/import-versions';
import type { ConnectionAuth, ConnectionKind } from '#domain/connections/kinds';
import type { TicketWord } from '#domain/incidents/ticket-words';
import type { RegistryFromFiles } from '../mlflow/mlflow-registry';
import type { SeenModels } from '../registry/live-version';
import type { KnownRegistry } from '../registry/same-registry';
import type { Remote } from '../remote/remote';
import type { Signer } from '../remote/signer';

export type Progress = (phase: string, done: number, total: number | null) => void;

/**
 * One kind of connection: how its server is read. A kind is an entry in `domain/connections/kinds.ts` (what people read of it), a
 * folder of `importers/` with its source, and a line in `sources.ts`; see "Connections" in ARCHITECTURE.md.
 */
export type Source = ServerSource | FileSource;

/** Reads what lies on this computer: no host is asked. */
export interface FileSource {
  readonly kind: ConnectionKind;
  readFiles(path: string, readers: FileReaders, asked: Asked, progress: Progress): Promise<Reading>;
}

/** What reads files of strangers outside of the engine's own thread. */
export interface FileReaders {
  registry(path: string, scope: string, progress: Progress): Promise<RegistryFromFiles>;
}

export interface ServerSource {
  readonly kind: ConnectionKind;
  /** All that is new, in the files and mappings of imports that exist; asks only for what is there to be read. */
  read(remote: Remote, asked: Asked, progress: Progress): Promise<Reading>;
  /** What the server is, where that needs less than reading it; left out: it is read. */
  test?(remote: Remote, asked: Asked, progress: Progress): Promise<Look>;
  /** Headers that prove who asks; left out: `Bearer` with a token, `Basic` with a name and password. */
  proof?(proof: Proof): Readonly<Record<string, string>>;
  /** Where each request proves itself by a signature, and the secret does not travel. */
  signer?(proof: Proof, at: { readonly address: string; readonly scope: string }): Signer;
}

export interface Proof {
  readonly auth: Exclude<ConnectionAuth, 'none'>;
  readonly login: string;
  readonly secret: string;
}

/** What is known of a connection when it is read. */
export interface Asked {
  readonly scope: string;
  /** Where the server is: of the pages that a person opens. */
  readonly address: string;
  /** What its incidents and files are known by here. */
  readonly source: string;
  /** What its ids belong to: `mlflow:mlflow.example/default`. */
  readonly system: string;
  readonly mapping: ConnectionMapping;
  /** ISO code of what the portfolio counts in. */
  readonly currency: string;
  readonly now: string;
  /**
   * The incidents here that came of this connection: what a ticket system is asked after; and those that others to the same server keep,
   * by the same address or by the site that the system calls itself.
   */
  readonly incidents: (
    site?: string,
  ) => Promise<readonly { readonly key: string; readonly open: boolean; readonly elsewhere?: true }[]>;
  /** The registries of the same sort that models of the portfolio came from. */
  readonly registries: readonly KnownRegistry[];
  readonly before: {
    /** ISO instant of the last look from this computer; `null`: nobody looked. */
    readonly at: string | null;
    readonly seen: SeenModels;
    /** `memory` of what was read before and stands in the portfolio, the oldest first. What was undone is not among it. */
    readonly taken: readonly Memory[];
  };
}

/**
 * What a source wants to know the next time, once this reading was taken: a value of JSON under each name of a model (or another thing)
 * that it is about. Of names whose model nobody knows yet nothing is remembered, so they come again. '' is about all.
 */
export type Memory = Readonly<Record<string, unknown>>;

export interface Look {
  readonly server: ServerFacts;
  /** Those that a person may choose from; empty where there are none. */
  readonly scopes: readonly string[];
  readonly tags: readonly TagUse[];
  readonly warnings: readonly Warning[];
}

/** Without full stops. */
export interface Warning {
  readonly what: string;
  readonly todo: string;
}

export interface TagUse {
  readonly tag: string;
  readonly models: number;
  readonly samples: readonly string[];
  readonly suggested: FieldMapping['field'] | null;
  readonly values: readonly {
    readonly text: string;
    readonly models: number;
    readonly means: readonly { readonly field: FieldMapping['field']; readonly to: string }[];
  }[];
}

/** A file as an import reads it, and how it is to be read. */
export interface PartFile<M> {
  /** Behind the connection's name: `.json`, ` versions.json`. */
  readonly ending: string;
  readonly content: string | Uint8Array;
  readonly mapping: M;
}

/** At most one of each; they are taken in this order, all or none, and are undone together. */
export interface Parts {
  readonly inventory: PartFile<Mapping> | null;
  readonly versions: PartFile<VersionsMapping> | null;
  readonly incidents: PartFile<IncidentMapping> | null;
  readonly drift: PartFile<DriftMapping> | null;
}

export const NO_PARTS: Parts = { inventory: null, versions: null, incidents: null, drift: null };

export interface Reading extends Look {
  readonly parts: Parts;
  /** Which version of each model is live, and since when as far as it was seen; registries have such. */
  readonly seen: SeenModels;
  /** Nobody could see what is live: `seen` is as it was before. */
  readonly blind?: boolean;
  readonly memory: Memory;
  /** What it remembers under a name are objects whose members each stand until a later one of the same name replaces them. */
  readonly adds?: true;
  /** What the words of its tickets mean as the system says it; what has none leaves it out. */
  readonly words?: readonly TicketWord[];
  /** The moment that it tells of, ISO, where that is not now: an export is as old as it says. */
  readonly asOf?: string;
  /** The latest time that stands in a registry itself, ISO; `null`: it has none; left out: it is no registry that is read from files as well. */
  readonly newest?: string | null;
  /** It lacks some of what its server has, so what is not in it need not be gone there. */
  readonly lacking?: boolean;
  /** Incidents that are here and there no more, and what is known of it in few words; what has none leaves it out. */
  readonly gone?: readonly { readonly key: string; readonly said: string }[];
}
