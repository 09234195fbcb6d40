import { describe, expect, it } from 'vitest';
import { chosenValues, filterChips, toggleValue, withoutField } from './filter-edits';

describe('editing the filter', () => {
  it('adds, takes out, and leaves no empty field behind', () => {
    const one = toggleValue({}, 'stage', 'deployed');
    expect(one).toEqual({ stage: ['deployed'] });
    const two = toggleValue(one, 'stage', 'monitored');
    expect(chosenValues(two, 'stage')).toEqual(['deployed', 'monitored']);
    expect(toggleValue(toggleValue(two, 'stage', 'deployed'), 'stage', 'monitored')).toEqual({});
  });
  it('writes tiers as numbers and nothing said as null or as an empty text', () => {
    expect(toggleValue(toggleValue({}, 'tier', '2'), 'tier', '')).toEqual({ tier: [2, null] });
    expect(toggleValue({}, 'unit', '')).toEqual({ unit: [''] });
    expect(chosenValues({ tier: [2, null] }, 'tier')).toEqual(['2', '']);
  });
  it('drops a field', () => {
    expect(withoutField({ tier: [1], inProduction: true }, 'tier')).toEqual({ inProduction: true });
  });
});

describe('the filter in words', () => {
  it('names fields and values as people read them', () => {
    const chips = filterChips({
      stage: ['data_preparation'],
      tier: [1, null],
      unit: ['A', 'B', 'C', 'D', ''],
      missing: ['updateFrequency'],
      inProduction: false,
      importId: 'x',
    });
    expect(chips.map(({ text }) => text)).toEqual([
      'Stage: Data preparation',
      'Tier: Tier 1, No tier',
      'Business unit: A, B, C and 2 more',
      'Missing: Update frequency',
      'Not in production',
      'From one import',
    ]);
  });
  it('says that an empty list lets nothing pass', () => {
    expect(filterChips({ health: [] })).toEqual([{ key: 'health', text: 'Health: none of them' }]);
  });
});
