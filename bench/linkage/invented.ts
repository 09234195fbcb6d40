import type { InventoryRow, PortfolioModel } from '../../src-shared/domain/identity/identity-types';

/** Numbers from 0 to 1 that are the same on every machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const BEGIN =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p ph pl pr qu r s sc sh sk sl sm sn sp st str t th tr v w wh y z'.split(
    ' ',
  );
const MIDDLE = 'a ai au e ea ee ei i ia ie io o oa oo ou u ue y'.split(' ');
const END = ['', ...'ck ct d ft g l ld lk lm lt m mp n nd ng nk nt p pt r rd rk rm rn rt s sk sm st t x'.split(' ')];

/** Words as frequent as in a language: the second half as often as the first, and so on. */
function vocabulary(random: () => number, size: number): () => string {
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
  const words = Array.from({ length: size }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => one(BEGIN) + one(MIDDLE) + one(END)).join(''),
  );
  return () => words[Math.floor(size ** random()) - 1] ?? 'model';
}

export interface Invented {
  readonly models: readonly PortfolioModel[];
  readonly rows: readonly InventoryRow[];
}

/**
 * A portfolio and a file, none of whose rows is found by name: each is a model of the portfolio that was renamed (a word put before, left
 * out, or two letters exchanged), or a new one.
 */
export function renamedFile(models: number, rows: number): Invented {
  const random = numbers(7);
  const portfolio = inventedModels(models, random);
  const read = Array.from({ length: rows }, (_, at): InventoryRow => {
    const model = portfolio[Math.floor(random() * models)];
    const isNew = random() < 0.4;
    const other = inventedModel(models + at, random, portfolio.length);
    return {
      row: at + 2,
      name: isNew || !model ? other.name : renamed(model.name, random),
      unit: isNew || !model ? other.unit : model.unit,
      externalId: `N-${at}`,
      texts: isNew || !model || random() < 0.3 ? (other.texts ?? []) : (model.texts ?? []),
    };
  });
  return { models: portfolio, rows: read };
}

/** The same portfolio again as a file, in another order; by id, or by name and unit alone. */
export function sameFile(models: number, withIds: boolean): Invented {
  const random = numbers(11);
  const portfolio = inventedModels(models, random).map((model, at) =>
    withIds ? { ...model, references: [{ system: 'Inventory', id: `M-${at}` }] } : model,
  );
  const rows = portfolio.map((model, at) => ({
    row: at + 2,
    name: model.name,
    unit: model.unit,
    externalId: model.references[0]?.id ?? '',
    texts: model.texts ?? [],
  }));
  return { models: portfolio, rows: rows.reverse() };
}

const words: { names?: () => string; texts?: () => string } = {};

function inventedModels(count: number, random: () => number): readonly PortfolioModel[] {
  words.names = vocabulary(random, 6000);
  words.texts = vocabulary(random, 20_000);
  return Array.from({ length: count }, (_, at) => inventedModel(at, random, count));
}

function inventedModel(at: number, random: () => number, count: number): PortfolioModel {
  const { names = () => '', texts = () => '' } = words;
  const some = (word: () => string, fewest: number, more: number): string =>
    Array.from({ length: fewest + Math.floor(random() * more) }, word).join(' ');
  const top = Math.floor(random() * 40);
  return {
    id: `m${at}`,
    // A few are called as others are, as in real inventories.
    name: random() < 0.05 ? `${names()} assistant` : some(names, 3, 5),
    unit: `Agency ${top} / Office ${top}-${Math.floor(random() * 12)}`,
    texts: [some(texts, 25, 30)],
    references: [],
    sources: at < count ? ['Inventory'] : [],
  };
}

function renamed(name: string, random: () => number): string {
  const parts = name.split(' ');
  const kind = random();
  if (kind < 0.4) return ['enterprise', ...parts].join(' ');
  if (kind < 0.7 && parts.length > 2) return parts.slice(0, -1).join(' ');
  const at = Math.floor(random() * (name.length - 2)) + 1;
  return `${name.slice(0, at)}${name.charAt(at + 1)}${name.charAt(at)}${name.slice(at + 2)}`;
}
