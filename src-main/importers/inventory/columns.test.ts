import { describe, expect, it } from 'vitest';
import { tableOf } from '../testing/table-of';
import { describeColumns } from './columns';

describe('what a person sees of the columns', async () => {
  it('counts filled and distinct cells without the blanks around them, the commonest first', async () => {
    const rows = ['b', ' a', 'a ', '', '  ', 'c'].map((stage, index) => [`Model ${index}`, stage]);
    expect((await describeColumns(tableOf(['Name', 'Stage'], ...rows)))[1]).toEqual({
      label: 'Stage',
      index: 1,
      filled: 4,
      distinct: 3,
      samples: ['b', 'a', 'c'],
      values: [
        { text: 'a', count: 2 },
        { text: 'b', count: 1 },
        { text: 'c', count: 1 },
      ],
    });
  });

  it('lists values only where they are few enough to map one by one', async () => {
    const table = (distinct: number) =>
      tableOf(['N'], ...Array.from({ length: distinct }, (_, index) => [`v${index}`]));
    expect((await describeColumns(table(60)))[0]?.values).toHaveLength(60);
    expect((await describeColumns(table(61)))[0]).toMatchObject({ distinct: 61, values: null });
    expect((await describeColumns(tableOf(['N'], ['x'.repeat(5_001)])))[0]?.values).toBeNull();
  });
});
