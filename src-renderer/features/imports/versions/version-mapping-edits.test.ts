import { describe, expect, it } from 'vitest';
import { VersionsMapping } from '#contract/models/import-versions';
import { fieldOfColumn, setColumn, setModel, setStage } from './version-mapping-edits';

const mapping = VersionsMapping.parse({
  kind: 'versions',
  fields: [
    { field: 'model', column: 'Model' },
    { field: 'version', column: 'Version' },
    { field: 'liveFrom', column: 'Date' },
  ],
});

describe('edits of the mapping of a version history', () => {
  it('give a field to another column, which the first one loses', () => {
    const edited = setColumn(mapping, 'Start', 'liveFrom');
    expect(edited.fields).toEqual([
      { field: 'model', column: 'Model' },
      { field: 'version', column: 'Version' },
      { field: 'liveFrom', column: 'Start' },
    ]);
    expect(fieldOfColumn(edited, 'Date')).toBe('');
  });

  it('take a column out', () => {
    expect(setColumn(mapping, 'Date', '').fields.map(({ field }) => field)).toEqual(['model', 'version']);
  });

  it('say a model and a stage once', () => {
    const twice = setModel(setModel(mapping, 'Churn', 'a'), 'churn ', null);
    expect(twice.models).toEqual([{ from: 'churn ', modelId: null }]);
    expect(setStage(setStage(mapping, 'Blau', 'live'), 'blau', 'ended').stages).toEqual([
      { from: 'blau', to: 'ended' },
    ]);
  });
});
