import { createHash } from 'node:crypto';
import { HALF_CHARACTERS } from './fifth/half-characters';
import { APPEND } from './first/append';
import { CHAIN } from './first/chain';
import { FACTS } from './first/facts';
import { GRANTS, MEMBERS } from './first/members';
import { RULES } from './first/rules';
import { TABLES } from './first/tables';
import { BROKEN_OFF } from './fourth/broken-off';
import { SNAPSHOTS } from './fourth/snapshots';
import { ACCEPT } from './second/accept';
import { BROUGHT } from './second/brought';
import { STAGE } from './second/stage';
import { TABLES as MORE_TABLES } from './second/tables';
import { IMAGES } from './sixth/images';
import { STAGES } from './sixth/stages';
import { TIMES } from './sixth/times';
import { PLANS_THAT_HOLD } from './third/plans';

export interface ServerMigration {
  readonly no: number;
  readonly name: string;
  /** For the schema `modelfolio_x`. */
  readonly sql: string;
}

/** The steps that a shared portfolio's schema is made of; what was released is never changed. */
export const SERVER_MIGRATIONS: readonly ServerMigration[] = [
  { no: 1, name: 'first', sql: [TABLES, CHAIN, FACTS, RULES, APPEND, MEMBERS, GRANTS].join('') },
  { no: 2, name: 'weighed before the lock', sql: [MORE_TABLES, BROUGHT, ACCEPT, STAGE].join('') },
  { no: 3, name: 'plans that hold', sql: PLANS_THAT_HOLD },
  { no: 4, name: 'what broke off, and who leaves a copy', sql: [BROKEN_OFF, SNAPSHOTS].join('') },
  { no: 5, name: 'half characters', sql: HALF_CHARACTERS },
  { no: 6, name: 'what follows from moves, images and times', sql: [IMAGES, TIMES, STAGES].join('') },
];

export const SERVER_VERSION = SERVER_MIGRATIONS.length;

export const digestOf = ({ sql }: ServerMigration): string => createHash('sha256').update(sql).digest('hex');

const ID = /^[a-z0-9]{4,24}$/;

/** The schema of a shared portfolio, which is the beginning of the names of its roles too. */
export function schemaOf(id: string): string {
  if (!ID.test(id)) throw new Error(`“${id}” names no shared portfolio`);
  return `modelfolio_${id}`;
}

/** … and back. */
export const idOf = (schema: string): string => schema.slice('modelfolio_'.length);

/** SQL that was written for the schema `modelfolio_x`, for the one of a portfolio. */
export const forSchema = (sql: string, schema: string): string => sql.replaceAll('modelfolio_x', schema);
