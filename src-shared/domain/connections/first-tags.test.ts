import { describe, expect, it } from 'vitest';
import { firstTags, likelyValues } from './first-tags';

const means = [{ field: 'tier', to: '1' }];
const tag = (name: string, suggested: string | null) => ({
  tag: name,
  suggested,
  values: [
    { text: 'High', means },
    { text: 'green', means: [] },
  ],
});

describe('tags of which nobody has said anything', () => {
  it('tell each field once, by the commonest', () => {
    const all = [
      tag('owner', 'businessOwner'),
      tag('x', null),
      tag('model_owner', 'businessOwner'),
      tag('tier', 'tier'),
    ];
    expect(firstTags(all)).toEqual([
      { tag: 'owner', field: 'businessOwner', values: [] },
      { tag: 'tier', field: 'tier', values: [{ from: 'High', to: '1' }] },
    ]);
  });

  it('have values that are offered as what they most likely mean, and as nothing where nobody knows', () => {
    expect(likelyValues(tag('risk', null), 'tier')).toEqual([{ from: 'High', to: '1' }]);
    expect(likelyValues(tag('risk', null), 'unit')).toEqual([]);
  });
});
