import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readAddress } from '#domain/connections/address';
import { openRemote } from '../remote/remote';
import { filterFor, forgetVersions } from './known-versions';
import { readRegistry } from './read-registry';
import { fakeServer } from './testing/golden-server';
import {
  addModel,
  addVersion,
  type InventedRegistry,
  inventedAnswer,
  inventRegistry,
  removeModel,
  removeVersion,
  setAlias,
  setStage,
  setTag,
} from './testing/invented-registry';

beforeEach(forgetVersions);

async function reader(registry: InventedRegistry) {
  const { address, requests } = await fakeServer(inventedAnswer(registry));
  const parsed = readAddress(address);
  if (!parsed.ok) throw new Error(parsed.message);
  const signal = new AbortController().signal;
  const remote = openRemote({ address: parsed.value, headers: {}, secrets: [], ca: null, signal });
  onTestFinished(() => remote.close());
  const read = async () => {
    const { models, versions } = await readRegistry(remote, { scope: '', address }, () => undefined);
    return {
      models: models.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      versions: versions.toSorted((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1)),
    };
  };
  const asked = (): string[] => requests.splice(0).map(({ path }) => decodeURIComponent(path.replaceAll('+', ' ')));
  return { read, asked };
}

const CHANGES = ['version', 'remove', 'stage', 'alias', 'tag', 'model', 'gone', 'again'] as const;

function apply(registry: InventedRegistry, change: (typeof CHANGES)[number], pick: number): void {
  const names = [...registry.models.keys()];
  const name = names[pick % names.length] ?? '';
  const versions = registry.versions.get(name) ?? [];
  const version = versions[pick % Math.max(1, versions.length)]?.version ?? '1';
  if (change === 'version') addVersion(registry, name);
  else if (change === 'remove') removeVersion(registry, name, version);
  else if (change === 'stage') setStage(registry, name, version, ['Production', 'Archived', 'Staging'][pick % 3] ?? '');
  else if (change === 'alias') setAlias(registry, name, 'champion', version);
  else if (change === 'tag') setTag(registry, name, 'owner', `Owner ${pick}`);
  else if (change === 'model') addModel(registry, `It's new ${pick}`, pick);
  else if (names.length > 1) {
    removeModel(registry, name);
    // Made again under its name, it is another one.
    if (change === 'again') addModel(registry, name, pick);
  }
}

describe('a registry that is read again', () => {
  it('is the same whether what changed or all of it is read, whatever changed', async () => {
    const change = fc.tuple(fc.constantFrom(...CHANGES), fc.nat(50));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), async (rounds) => {
        forgetVersions();
        const registry = inventRegistry(12, 3);
        const { read, asked } = await reader(registry);
        await read();
        for (const round of rounds) {
          for (const [kind, pick] of round) apply(registry, kind, pick);
          asked();
          const quick = await read();
          // Else this compares two whole readings.
          expect(asked().some((path) => path.includes('model-versions/search') && !path.includes('filter'))).toBe(
            false,
          );
          forgetVersions();
          expect(quick).toEqual(await read());
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is asked for the versions of what changed alone, and for all where too much did', async () => {
    const registry = inventRegistry(200, 5);
    const { read, asked } = await reader(registry);
    await read();
    asked();
    setAlias(registry, 'Model 00003', 'champion', '2');
    addVersion(registry, 'Model 00007');
    await read();
    expect(asked().filter((path) => path.includes('model-versions'))).toEqual([
      expect.stringContaining("filter=name='Model 00007'"),
    ]);
    for (let n = 0; n < 60; n += 1) addVersion(registry, `Model ${String(n).padStart(5, '0')}`);
    expect((await read()).versions).toHaveLength(1061);
    expect(asked().filter((path) => path.includes('model-versions'))).toHaveLength(1);
  });

  it.each([
    ["it's", `name="it's"`],
    ['plain', "name='plain'"],
    [`both ' and "`, null],
    ['back\\slash', null],
  ])('writes %s into a filter, or asks for all', (name, filter) => {
    expect(filterFor(name)).toBe(filter);
  });
});
