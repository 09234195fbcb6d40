/** A registered model, as every registry has it in its own words. Times are ISO instants; '' and `null`: it does not say. */
export interface RegistryModel {
  readonly name: string;
  /** What people call it, where `name` is an id; left out: the same. */
  readonly title?: string;
  readonly description: string;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** Its page on the server; '' where it has none. */
  readonly link: string;
  readonly tags: ReadonlyMap<string, string>;
  readonly aliases: readonly { readonly alias: string; readonly version: string }[];
}

export interface RegistryVersion {
  /** Name of its model. */
  readonly name: string;
  readonly version: string;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** `Production`, `Staging`, `Archived` and what else the source says; '' where it has no stage. */
  readonly stage: string;
  /** The run that made it. */
  readonly runId: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** All of a registry at one moment. */
export interface Registry {
  readonly models: readonly RegistryModel[];
  readonly versions: readonly RegistryVersion[];
}
