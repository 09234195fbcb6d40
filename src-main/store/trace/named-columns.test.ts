import { describe, expect, it } from 'vitest';
import { namedSources } from './named-columns';

const schema = new Map([
  ['models', new Set(['id', 'name', 'tier', 'unit'])],
  ['moves', new Set(['id', 'model_id', 'at', 'unit'])],
  ['journal', new Set(['seq', 'label'])],
]);
const reads = (sql: string) => namedSources(sql, schema).reads.toSorted();
const writes = (sql: string) => namedSources(sql, schema).writes.toSorted();

describe('what a statement reads', () => {
  it.each([
    ['select "name" from "models" where "tier" = ?', ['models', 'models.name', 'models.tier']],
    ['SELECT count(*) FROM models', ['models']],
    ['select count ( * ) as n from models where unit = ?', ['models', 'models.unit']],
    ['select * from models', ['models', 'models.*']],
    ['select "models".* from "models" order by name', ['models', 'models.*']],
    // A column that both have may be of either.
    [
      'select m.unit from models m join moves on moves.model_id = m.id',
      ['models', 'models.id', 'models.unit', 'moves', 'moves.id', 'moves.model_id', 'moves.unit'],
    ],
    [
      'with late as (select model_id from moves where at > ?) select 1 from late',
      ['moves', 'moves.at', 'moves.model_id'],
    ],
    // What stands in a text is no name, and an apostrophe in it does not end it.
    ["select tier from models where name = 'it''s unit, of moves'", ['models', 'models.name', 'models.tier']],
    ['PRAGMA data_version', []],
  ])('%s', (sql, expected) => {
    expect(reads(sql)).toEqual(expected);
  });
});

describe('what a statement changes', () => {
  it.each([
    ['update "models" set "tier" = ?, "unit" = ? where "id" in (?, ?)', ['models.tier', 'models.unit']],
    ['UPDATE models SET unit = ?', ['models.unit']],
    ['insert into "moves" ("id", "at") values (?, ?)', ['moves']],
    ['INSERT OR REPLACE INTO models (id, name) VALUES (?, ?)', ['models']],
    ['delete from "models" where "id" in (?)', ['models']],
    ['BEGIN IMMEDIATE', []],
  ])('%s', (sql, expected) => {
    expect(writes(sql)).toEqual(expected);
  });
});
