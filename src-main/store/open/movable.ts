import type Database from 'better-sqlite3';

/** A connection whose place another one can take. */
export interface Movable {
  /** Whoever holds it, or a statement of it, goes on with the connection that is there now. */
  readonly db: Database.Database;
  /** The one that is there now. */
  now(): Database.Database;
  move(next: Database.Database): void;
}

/** What changes a statement for good, and has to be said anew to the one that takes its place. */
const WAYS = ['pluck', 'raw', 'expand', 'safeIntegers'] as const;
type Way = (typeof WAYS)[number];
const isWay = (name: string | symbol): name is Way => (WAYS as readonly (string | symbol)[]).includes(name);

/** Stands for a connection, which may be exchanged between two calls for another one with the same content. */
export function movable(first: Database.Database): Movable {
  let current = first;
  const db = standIn<Database.Database>(() => current, {
    prepare: (sql: string) => statement(() => current, sql),
  });
  return {
    db,
    now: () => current,
    move: (next) => {
      current = next;
    },
  };
}

function statement(connection: () => Database.Database, sql: string): Database.Statement {
  let of = connection();
  let prepared = of.prepare(sql);
  const ways: (readonly [Way, readonly unknown[]])[] = [];
  const say = ([way, how]: readonly [Way, readonly unknown[]]): unknown => Reflect.apply(prepared[way], prepared, how);
  const now = (): Database.Statement => {
    if (of === connection()) return prepared;
    of = connection();
    prepared = of.prepare(sql);
    ways.forEach(say);
    return prepared;
  };
  const own: Database.Statement = standIn<Database.Statement>(
    now,
    Object.fromEntries(
      WAYS.map((way) => [
        way,
        (...how: readonly unknown[]) => {
          now();
          const said = [way, how] as const;
          ways.push(said);
          say(said);
          return own;
        },
      ]),
    ),
    isWay,
  );
  return own;
}

/** An object that has what the present one has, but for what it has of its own. */
function standIn<T extends object>(
  present: () => T,
  own: Readonly<Record<string, unknown>>,
  isOwn: (name: string | symbol) => boolean = (name) => typeof name === 'string' && Object.hasOwn(own, name),
): T {
  return new Proxy<T>({} as T, {
    // Everything is asked of the present one.
    get: (_nothing, name) => {
      if (isOwn(name)) return own[String(name)];
      const object = present();
      const value: unknown = Reflect.get(object, name);
      return typeof value === 'function' ? value.bind(object) : value;
    },
  });
}
