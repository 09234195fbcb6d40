import { describe, expect, it } from 'vitest';
import type { Registry } from './registry';
import { type KnownRegistry, systemOf } from './same-registry';

const registry = (models: Readonly<Record<string, readonly string[]>>): Registry => ({
  models: Object.keys(models).map((name) => ({
    name,
    description: '',
    createdAt: null,
    updatedAt: null,
    link: '',
    tags: new Map(),
    aliases: [],
  })),
  versions: Object.entries(models).flatMap(([name, versions]) =>
    versions.map((version) => ({
      name,
      version,
      createdAt: null,
      updatedAt: null,
      stage: '',
      runId: '',
      tags: new Map(),
    })),
  ),
});
const known = (system: string, models: Readonly<Record<string, readonly string[]>>): KnownRegistry => ({
  system,
  models: new Map(Object.entries(models).map(([name, versions]) => [name, new Set(versions)])),
});
const CLAIMS = { claims: ['1', '2'], mail: ['1'] };

describe('which registry it is', () => {
  it('is the one whose models and versions are all here', () => {
    expect(systemOf(registry({ ...CLAIMS, new: ['1'] }), 'own', [known('server', CLAIMS)])).toBe('server');
    expect(systemOf(registry({ claims: ['1', '2', '3'], mail: ['1'] }), 'own', [known('server', CLAIMS)])).toBe(
      'server',
    );
  });

  it('is another where a version that is known is not here: a server for trials has the same names', () => {
    expect(systemOf(registry({ claims: ['1'], mail: ['1'] }), 'own', [known('server', CLAIMS)])).toBe('own');
  });

  it('is another where most of its models are not here, or no version is known', () => {
    expect(systemOf(registry({ claims: ['1', '2'] }), 'own', [known('server', CLAIMS)])).toBe('own');
    expect(systemOf(registry(CLAIMS), 'own', [known('server', { claims: [], mail: [] })])).toBe('own');
    expect(systemOf(registry(CLAIMS), 'own', [])).toBe('own');
  });

  it('stays what it is once something of it was brought', () => {
    expect(systemOf(registry(CLAIMS), 'own', [known('server', CLAIMS), known('own', { mail: ['1'] })])).toBe('own');
  });

  it('is the larger of two that fit', () => {
    expect(systemOf(registry(CLAIMS), 'own', [known('part', { mail: ['1'] }), known('whole', CLAIMS)])).toBe('whole');
  });
});
