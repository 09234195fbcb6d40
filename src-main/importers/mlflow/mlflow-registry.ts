import type { Registry } from '../registry/registry';

/** What a server says of itself. */
export interface RegistryServer {
  /** '' where it does not say. */
  readonly version: string;
  /** The one that was read; '' where the server has none. */
  readonly workspace: string;
  /** Those that the person may see; empty where the server has none. */
  readonly workspaces: readonly string[];
  /** Its clock, ISO; `null`: it does not tell. */
  readonly date: string | null;
}

export interface MlflowRegistry extends Registry {
  readonly server: RegistryServer;
  /** Prompts lie in the same registry and are no models. */
  readonly prompts: number;
}

/** The last value of a metric, as it is told. */
export interface RunMetric {
  readonly key: string;
  readonly value?: unknown;
  /** Milliseconds since 1970. */
  readonly timestamp?: unknown;
}

/** Where a registry lies without its server. */
export type RegistryPlace = 'database' | 'file_store' | 'export';

export interface RegistryFromFiles {
  readonly place: RegistryPlace;
  readonly registry: MlflowRegistry;
  /** When it was so, ISO; `null`: it is so now. */
  readonly asOf: string | null;
  /** Versions that are not in it, since they could not be exported. */
  readonly failed: number;
  /** The metrics of the runs behind live versions, as far as they lie there too. */
  readonly runs: ReadonlyMap<string, readonly RunMetric[]>;
  /** The address of the server that it was exported from; '' where nothing says so. */
  readonly server: string;
}
