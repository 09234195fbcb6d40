import { foldId, isPlaceholderId } from './fold-id';
import { foldName } from './fold-name';
import type { IdentityInput, PortfolioModel } from './identity-types';

/** What the models are known by in the system of a file, and what has become of them. Models go by their places in the input. */
export interface ModelIds {
  /** Ids of the file's system that a model has, folded. */
  readonly idsOf: (model: number) => readonly string[];
  /** Models by such an id; merged and deleted ones too. */
  readonly byId: ReadonlyMap<string, readonly number[]>;
  /** The model that a merged one has become at last; itself for others, -1 where a chain of merges leads nowhere. */
  readonly survivors: Int32Array;
  /** Places of the models that merges or answers name. */
  readonly places: ReadonlyMap<string, number>;
}

export function modelIds(input: IdentityInput): ModelIds {
  const { portfolioModels: models, source } = input;
  const system = foldName(source.system);
  const places = placesOf(input);
  const survivors = new Int32Array(models.length);
  const byId = new Map<string, number[]>();
  const idsOf = models.map((model, at) => {
    survivors[at] = survivorOf(models, places, at);
    const ids = idsIn(model, system);
    for (const id of survivors[at] === -1 ? NO_IDS : ids) {
      const known = byId.get(id);
      if (known) known.push(at);
      else byId.set(id, [at]);
    }
    return ids;
  });
  return { idsOf: (model) => idsOf[model] ?? NO_IDS, byId, survivors, places };
}

const NO_IDS: readonly string[] = [];

/** The ids of a system (folded) that a model has, folded; placeholders left out. */
export function idsIn(model: PortfolioModel, system: string): readonly string[] {
  if (model.references.length === 0) return NO_IDS;
  const ours = model.references.filter((reference) => foldName(reference.system) === system);
  return ours.map(({ id }) => foldId(id)).filter((id) => !isPlaceholderId(id));
}

/** As far as anything refers to them: most portfolios have neither merges nor answers. */
function placesOf({ portfolioModels, answers, said = [], waited = [] }: IdentityInput): ReadonlyMap<string, number> {
  const merged = portfolioModels.flatMap(({ fate }) => (fate?.kind === 'merged' ? fate.into : []));
  const named = new Set([...merged, ...[...answers, ...said, ...waited].map(({ model }) => model)]);
  const places = new Map<string, number>();
  if (named.size === 0) return places;
  for (const [at, { id }] of portfolioModels.entries()) if (named.has(id)) places.set(id, at);
  return places;
}

/** A chain of merges is followed to its end; one that bites its tail, or leads to a model that is not given, has none: -1. */
function survivorOf(models: readonly PortfolioModel[], places: ReadonlyMap<string, number>, from: number): number {
  let at = from;
  for (let steps = 0; steps <= models.length; steps += 1) {
    const fate = models[at]?.fate;
    if (fate?.kind !== 'merged') return at;
    const next = places.get(fate.into);
    if (next === undefined || next === from) return -1;
    at = next;
  }
  return -1;
}
