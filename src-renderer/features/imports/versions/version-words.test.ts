import { describe, expect, it } from 'vitest';
import type { VersionsPreview } from '#contract/models/import-versions';
import { versionsApplyLabel, versionsHeadline } from './version-words';

const preview = (
  versions: Partial<VersionsPreview['versions']>,
  rest: Partial<VersionsPreview> = {},
): VersionsPreview =>
  ({
    creates: 0,
    updates: 0,
    modelCounts: { all: 31, created: 0, changed: 31 },
    ...rest,
    versions: {
      addedDated: 0,
      addedUndated: 0,
      refined: 0,
      known: 0,
      contradicted: 0,
      kept: 0,
      removed: 0,
      ...versions,
    },
  }) as VersionsPreview; // only what the words are made of

describe('the words of an import of versions', () => {
  it('say what is added and how much of it has no day', () => {
    expect(versionsHeadline(preview({ addedDated: 51, addedUndated: 5 }))).toBe(
      '56 versions are added to 31 models, 5 of them without a day',
    );
    expect(versionsHeadline(preview({ addedDated: 1 }, { modelCounts: { all: 9, created: 0, changed: 1 } }))).toBe(
      '1 version is added to 1 model',
    );
  });

  it('say that nothing is', () => {
    expect(versionsHeadline(preview({ known: 87 }))).toBe('Nothing to bring in: 87 versions as you have them');
    expect(versionsHeadline(preview({ known: 86, contradicted: 1 }))).toBe(
      'Nothing to bring in, and 1 version otherwise than yours',
    );
    expect(versionsApplyLabel(preview({}))).toBe('Nothing to import');
  });

  it('say what the button does', () => {
    expect(versionsApplyLabel(preview({}, { creates: 56 }))).toBe('Add 56 versions');
    expect(versionsApplyLabel(preview({}, { creates: 3, updates: 2 }))).toBe('Add 3, update 2');
    expect(versionsApplyLabel(preview({}, { updates: 2 }))).toBe('Update 2 versions');
  });
});
