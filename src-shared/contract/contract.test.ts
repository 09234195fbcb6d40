import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from './index';

const endpoints = Object.entries(contract).flatMap(([subject, methods]) =>
  Object.entries(methods).map(([method, endpoint]) => ({ channel: `${subject}.${method}`, endpoint })),
);

/** What JSON cannot carry: IPC would, the loopback host would not. */
const UNSAFE = new Set([
  'date',
  'map',
  'set',
  'bigint',
  'undefined',
  'void',
  'symbol',
  'function',
  'nan',
  'promise',
  'file',
  'transform',
  'custom',
]);

/** Every schema inside a schema: the parts of its definition that are schemas, lists or records of them. */
function unsafeTypes(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const def: unknown = Reflect.get(Object(Reflect.get(schema, '_zod')), 'def');
  if (typeof def !== 'object' || def === null) return Object.values(schema).flatMap((part) => unsafeTypes(part, seen));
  const { type, checks: _checks, ...parts } = Object(def);
  const inner = Object.values(parts).flatMap((part) => unsafeTypes(part, seen));
  return UNSAFE.has(type) ? [type, ...inner] : inner;
}

describe('the contract', () => {
  it.each(endpoints)('$channel is JSON-safe both ways', ({ endpoint }) => {
    expect(unsafeTypes(endpoint.input)).toEqual([]);
    expect(unsafeTypes(endpoint.output)).toEqual([]);
  });

  it.each(endpoints)('$channel has a name that says subject and verb, and JSON Schemas', ({ channel, endpoint }) => {
    expect(channel).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/);
    expect(z.toJSONSchema(endpoint.input, { io: 'input' })).toHaveProperty('$schema');
    expect(z.toJSONSchema(endpoint.output)).toHaveProperty('$schema');
  });

  it('finds what is not safe', () => {
    expect(unsafeTypes(z.object({ a: z.array(z.object({ when: z.date().nullable() })) }))).toEqual(['date']);
    expect(unsafeTypes(z.record(z.string(), z.union([z.string(), z.bigint()])))).toEqual(['bigint']);
  });
});
