import { describe, expect, it } from 'vitest';
import { mergeFields } from './merge-fields';

describe('an import into an existing model', () => {
  it.each([
    ['nothing new', { unit: 'A' }, { unit: 'A' }, { unit: 'A' }, {}, []],
    ['the file changed', { unit: 'B' }, { unit: 'A' }, { unit: 'A' }, { unit: 'B' }, []],
    ['a person changed it, the file did not', { unit: 'A' }, { unit: 'Mine' }, { unit: 'A' }, {}, []],
    ['both changed it', { unit: 'B' }, { unit: 'Mine' }, { unit: 'A' }, {}, ['unit']],
    ['both changed it to the same', { unit: 'B' }, { unit: 'B' }, { unit: 'A' }, {}, []],
    ['a person filled what the file had not', { unit: 'B' }, { unit: 'Mine' }, {}, {}, ['unit']],
    ['the file fills what was empty', { unit: 'B' }, { unit: '' }, {}, { unit: 'B' }, []],
    ['created by hand', { unit: 'B', tier: 1 }, { unit: 'A', tier: 1 }, null, {}, ['unit']],
    ['empty by hand', { unit: 'B' }, { unit: '' }, null, { unit: 'B' }, []],
    ['the file says nothing any more', { unit: '' }, { unit: 'A' }, { unit: 'A' }, {}, []],
    ['nothing at all', {}, { unit: 'A' }, { unit: 'A' }, {}, []],
    ['unknown says nothing', { personalData: 'unknown' }, { personalData: 'yes' }, null, {}, []],
    ['unknown is filled', { personalData: 'yes' }, { personalData: 'unknown' }, {}, { personalData: 'yes' }, []],
    ['a mark before what would be reckoned', { businessOwner: "'@bob" }, { businessOwner: '@bob' }, null, {}, []],
    ['a mark of the text itself', { unit: "'=x" }, { unit: "'=x" }, null, {}, []],
    ['another text behind the mark', { unit: "'=y" }, { unit: '=x' }, null, {}, ['unit']],
    ['money', { annualValueMinor: 500 }, { annualValueMinor: null }, {}, { annualValueMinor: 500 }, []],
    [
      'zero is a value',
      { annualValueMinor: 0 },
      { annualValueMinor: 5 },
      { annualValueMinor: 5 },
      { annualValueMinor: 0 },
      [],
    ],
    ['tags', { tags: ['a', 'b'] }, { tags: ['a'] }, { tags: ['a'] }, { tags: ['a', 'b'] }, []],
  ] as const)('%s', (_, incoming, current, last, patch, editedHere) => {
    const copy = <T>(value: T): T => structuredClone(value);
    // The literals are readonly; ModelFields has plain arrays.
    const merged = mergeFields(copy(incoming) as object, copy(current) as object, copy(last) as object | null);
    const waiting = merged.differences.filter(({ decision }) => decision === 'ask').map(({ field }) => field);
    expect({ patch: merged.patch, waiting }).toEqual({ patch, waiting: editedHere });
  });

  it('follows what somebody decided', () => {
    const both = [{ unit: 'B' }, { unit: 'Mine' }, { unit: 'A' }] as const;
    expect(mergeFields(...both, () => 'file').patch).toEqual({ unit: 'B' });
    expect(mergeFields(...both, () => 'ours')).toEqual({
      patch: {},
      differences: [{ field: 'unit', before: 'Mine', after: 'B', decision: 'ours' }],
    });
    expect(mergeFields({ unit: 'B' }, { unit: 'A' }, { unit: 'A' }, () => 'ask').patch).toEqual({});
  });

  it('touches only the references of its own system', () => {
    const jira = { system: 'Jira', id: 'J-1', url: '' };
    const old = { system: 'CMDB', id: '1', url: '' };
    const fresh = { system: 'CMDB', id: '2', url: '' };
    const merged = mergeFields(
      { externalReferences: [fresh] },
      { externalReferences: [jira, old] },
      { externalReferences: [old] },
    );
    expect(merged.patch).toEqual({ externalReferences: [jira, fresh] });
    expect(mergeFields({ externalReferences: [old] }, { externalReferences: [jira, old] }, null).patch).toEqual({});
  });

  it('loses neither the number nor the address of a model when the file drops one of the two columns', () => {
    const both = { system: 'CMDB', id: 'A-1', url: 'https://x.test/1' };
    const current = { externalReferences: [both] };
    const nothing = { patch: {}, differences: [] };
    expect(mergeFields({ externalReferences: [{ ...both, url: '' }] }, current, current)).toEqual(nothing);
    expect(mergeFields({ externalReferences: [{ ...both, id: '' }] }, current, current)).toEqual(nothing);
    // Another kind of dash, or another case, makes no other number.
    expect(mergeFields({ externalReferences: [{ ...both, id: 'a – 1' }] }, current, current)).toEqual(nothing);
    const moved = { system: 'CMDB', id: '', url: 'https://x.test/2' };
    expect(mergeFields({ externalReferences: [moved] }, current, current).patch).toEqual({
      externalReferences: [{ ...both, url: 'https://x.test/2' }],
    });
  });

  it('leaves the numbers of merged models with the one that they were merged into', () => {
    const [first, second] = ['A-1', 'A-2'].map((id) => ({ system: 'CMDB', id, url: '' }));
    if (!first || !second) throw new Error('two references');
    const merged = mergeFields(
      { externalReferences: [first] },
      { externalReferences: [first, second] },
      { externalReferences: [first] },
    );
    expect(merged).toEqual({ patch: {}, differences: [] });
  });

  it('takes letters that are composed otherwise for the same', () => {
    const [composed, decomposed] = ['Modèle'.normalize('NFC'), 'Modèle'.normalize('NFD')];
    expect(mergeFields({ name: decomposed }, { name: composed }, { name: composed }).patch).toEqual({});
  });
});
