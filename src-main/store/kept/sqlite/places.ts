import type Database from 'better-sqlite3';
import type { KeptPlace } from '../kept-place';

const places = new WeakMap<Database.Database, KeptPlace>();

/** See `places.ts`. */
export function keepIn(db: Database.Database, place: Omit<KeptPlace, 'format'>): void {
  places.set(db, { ...place, format: Number(db.pragma('user_version', { simple: true })) });
}

/** See `places.ts`. */
export const placeOf = (db: Database.Database): KeptPlace | null => places.get(db) ?? null;
