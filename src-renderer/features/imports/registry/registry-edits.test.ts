import { describe, expect, it } from 'vitest';
import { answered, decidedAll, differing, setTag, setTagValue, tagsShown } from './registry-edits';

const mapping = {
  kind: 'registry' as const,
  scope: '',
  tags: [{ tag: 'owner', field: 'businessOwner' as const, values: [] }],
};
const FILE = { file: 'x' };

describe('what is said of a registry', () => {
  it('takes a field from one tag alone, and lets go of one', () => {
    expect(setTag(mapping, [], 'team_owner', 'businessOwner')).toEqual({
      ...mapping,
      tags: [{ tag: 'team_owner', field: 'businessOwner', values: [] }],
    });
    expect(setTag(mapping, [], 'owner', '')).toEqual({ ...mapping, tags: [] });
  });

  it('gives a tag the values that the dialog of a connection gives it, each of which may be said otherwise', () => {
    const means = [{ field: 'tier' as const, to: '1' }];
    const used = { tag: 'risk', models: 1, samples: [], suggested: null, values: [{ text: 'High', models: 1, means }] };
    const set = setTag(mapping, [used], 'risk', 'tier');
    expect(set).toMatchObject({ tags: [{ tag: 'owner' }, { tag: 'risk', values: [{ from: 'High', to: '1' }] }] });
    expect(setTagValue(set, 'risk', 'high', '2')).toMatchObject({
      tags: [{ tag: 'owner' }, { tag: 'risk', values: [{ from: 'high', to: '2' }] }],
    });
  });

  it('shows a rare tag too where it is taken', () => {
    const tags = Array.from({ length: 12 }, (_, at) => ({
      tag: `t${at}`,
      models: 1,
      samples: [],
      suggested: null,
      values: [],
    }));
    const rare = { ...mapping, tags: [{ tag: 't11', field: 'tier' as const, values: [] }] };
    expect(tagsShown({ tags, mapping: rare }).map(({ tag }) => tag)).toEqual([
      ...tags.slice(0, 8).map(({ tag }) => tag),
      't11',
    ]);
  });

  it('goes on asking about models that were decided and say the same no more', () => {
    const line = { kind: 'contradicted' as const, part: 'inventory' as const, modelId: 'm1', name: 'A' };
    const lines = [{ ...line, said: [], when: '', known: 'none' as const }];
    const decided = decidedAll(FILE, ['m1'], 'file');
    expect(decided.decisions).toEqual([{ modelId: 'm1', field: '*', decision: 'file' }]);
    expect(differing({ lines: [] }, decided)).toEqual({ models: ['m1'], decision: 'file' });
    expect(differing({ lines }, FILE)).toEqual({ models: ['m1'], decision: 'ask' });
  });

  it('keeps one answer a row, the last one', () => {
    const offers = { inventory: { doubles: [{ rowKey: 'r', modelId: 'm1' }] } };
    // Of an offer, only whose it is counts here.
    const preview = offers as unknown as Parameters<typeof answered>[1];
    const once = answered(FILE, preview, 'r', 'same');
    expect(answered(once, preview, 'r', 'different').answers).toEqual([
      { rowKey: 'r', modelId: 'm1', answer: 'different' },
    ]);
    expect(answered(FILE, preview, 'unknown', 'same')).toBe(FILE);
  });
});
