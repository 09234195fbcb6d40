import { describe, expect, it } from 'vitest';
import { mappingOf, tableOf } from '../testing/table-of';
import { guessMapping } from './guess-mapping';
import { learnFrom, withLearntValues } from './learn-from';

const values = (field: 'stage' | 'unit', column: string, pairs: Readonly<Record<string, string>>) => ({
  field,
  columns: [column],
  separator: ' / ',
  values: Object.entries(pairs).map(([from, to]) => ({ from, to })),
});
const fieldOf = (mapping: ReturnType<typeof guessMapping>, field: string) =>
  mapping.fields.find((each) => each.field === field);

describe('what was mapped before', () => {
  it('says which columns mean what, even where no word of theirs is known', () => {
    const before = mappingOf({ name: 'Ding', unit: ['Haus', 'Flur'], tags: 'Name' });
    const table = tableOf(['Name', 'Ding', 'Haus', 'Flur', 'Owner'], ['x', 'Churn', 'A', '1', 'Ann']);
    const guess = guessMapping(table, learnFrom([before]));
    expect(Object.fromEntries(guess.fields.map(({ field, columns }) => [field, columns]))).toEqual({
      name: ['Ding'],
      unit: ['Haus', 'Flur'],
      tags: ['Name'],
      businessOwner: ['Owner'],
    });
  });

  it('says what cells mean: the last time, of the same column first', () => {
    const older = mappingOf({}, { fields: [values('stage', 'Status', { Zombie: 'retired', Grün: 'training' })] });
    const newer = mappingOf({}, { fields: [values('stage', 'STATUS', { zombie: 'deployed', Live: '' })] });
    const guess = guessMapping(
      tableOf(['Name', 'Status'], ['A', 'Zombie'], ['B', 'live'], ['C', 'Grün'], ['D', 'Pilot']),
      learnFrom([newer, older]),
    );
    const said = new Map(fieldOf(guess, 'stage')?.values.map(({ from, to }) => [from.toLowerCase(), to]));
    expect(Object.fromEntries(said)).toEqual({ zombie: 'deployed', live: '', grün: 'training', pilot: 'validation' });
    const elsewhere = guessMapping(
      tableOf(['Name', 'Phase'], ['A', 'Zombie'], ['B', 'Live'], ['C', 'Pilot']),
      learnFrom([older]),
    );
    expect(fieldOf(elsewhere, 'stage')?.values).toContainEqual({ from: 'Zombie', to: 'retired' });
  });

  it('lets no column serve two fields, nor a field that lacks one of its columns', () => {
    const newer = mappingOf({ notes: 'A' });
    const older = mappingOf({ tags: 'A', unit: ['B', 'gone'] });
    expect(learnFrom([newer, older]).fields(['A', 'B'])).toMatchObject([{ field: 'notes', columns: ['A'] }]);
  });

  it('goes before the values of a mapping that ships', () => {
    const shipped = mappingOf({}, { fields: [values('stage', 'Stage', { Planned: 'proposed', Done: 'deployed' })] });
    const learnt = learnFrom([mappingOf({}, { fields: [values('stage', 'Stage', { planned: 'training' })] })]);
    expect(withLearntValues(shipped, learnt).fields[0]?.values).toEqual([
      { from: 'planned', to: 'training' },
      { from: 'Done', to: 'deployed' },
    ]);
  });
});
