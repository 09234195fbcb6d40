import { describe, expect, it } from 'vitest';
import { countChanges, decidedFields, groupOf, groupRows, type Row, standing } from './again-rows';
import { addLabel, againHeadline, detailWords, leadWords, sayChange } from './again-words';
import { bothSides, comesAgain } from './both-sides';
import { filterChips, listItems } from './list-items';
import { ruleLines } from './rule-lines';
import { aPreview, aRow } from './testing/sample-preview';

const NONE: ReadonlySet<string> = new Set();
const plain = { decision: 'file', kind: '', why: '' } as const;
const added = { ...plain, field: 'move.deployed', before: '', after: 'Deployed, 28 Jul 2025' };
const life = (mark: Row['life'][number]['mark'], stage: 'proposed' | 'deployed', at: string | null) =>
  ({ mark, stage, at, precision: 'day' }) as const;
const disputed = aRow({
  modelId: 'opq',
  changes: [
    {
      field: 'move.deployed',
      before: 'Deployed, 1 Dec 2023',
      after: 'Deployed, 1 Mar 2021',
      decision: 'ask',
      kind: 'date',
      why: 'Deployed is 1 Dec 2023 here and 1 Mar 2021 in the file.',
    },
  ],
  life: [life('ours', 'deployed', '2023-12-01T00:00:00.000Z'), life('file', 'deployed', '2021-03-01T00:00:00.000Z')],
});
const moved = aRow({
  modelId: 'vessel',
  action: 'update',
  changes: [added, { ...plain, field: 'purpose', before: 'a', after: 'b' }],
  moves: { added: 1, kept: 1, contradicted: 0 },
  life: [life('known', 'proposed', null), life('added', 'deployed', '2025-07-28T00:00:00.000Z')],
});
const dated = aRow({
  action: 'update',
  changes: [{ ...plain, field: 'move.deployed', before: 'Deployed, day not known', after: 'Deployed, 2 May 2024' }],
  life: [life('added', 'deployed', '2024-05-02T00:00:00.000Z')],
});
const retired = aRow({
  action: 'update',
  changes: [{ ...plain, field: 'move.retired', before: '', after: 'Retired, 2025' }],
  life: [life('known', 'deployed', null)],
});

describe('the bar of both sides', () => {
  const found = {
    rows: 3610,
    creates: 2150,
    updates: 464,
    unchanged: 586,
    rejected: 1,
    waiting: 409,
    missing: ['a', 'b', 'c'],
    missingModels: [
      { modelId: 'a', name: 'A', unit: '', owner: '', offered: true, since: null, asked: null },
      { modelId: 'b', name: 'B', unit: '', owner: '', offered: false, since: null, asked: null },
      { modelId: 'c', name: 'C', unit: '', owner: '', offered: false, since: null, asked: null },
    ],
    missingRetired: 5,
    notSpokenOf: 171,
    doubles: [],
    ambiguous: [],
    units: [{ unit: 'DOJ', models: 1300, rows: 3610, met: 1050, state: 'recognised' as const }],
  };

  it('adds up to the rows of the file, and to the models of the portfolio', () => {
    const sides = bothSides(found, 1320);
    expect(sides.refused + sides.onlyFile + sides.both + sides.perhapsRows).toBe(3610);
    const { both, perhapsModels, missing, notSpokenOf, others } = sides;
    expect({ both, perhapsModels, missing, notSpokenOf, others }).toEqual({
      both: 1050,
      perhapsModels: 72,
      missing: 2,
      notSpokenOf: 171,
      // Five are retired, twenty are of another source.
      others: 25,
    });
    expect(both + perhapsModels + missing + notSpokenOf + others).toBe(1320);
  });

  it('takes for perhaps in both only what a waiting row may be, not what came today with another part', () => {
    const unit = { unit: 'Delft', models: 1431, rows: 0, met: 0, state: 'not_spoken_of' } as const;
    const part = { ...found, rows: 60, creates: 58, updates: 0, unchanged: 0, rejected: 0, waiting: 2 };
    const none = { missing: [], missingModels: [], missingRetired: 0, notSpokenOf: 0, units: [unit] };
    const doubles = [
      { rowKey: 'a', modelId: 'm1', rivals: ['m2'] },
      { rowKey: 'b', modelId: 'm1', rivals: [] },
    ];
    expect(bothSides({ ...part, ...none, doubles }, 1431)).toMatchObject({ perhapsModels: 2, others: 1429 });
  });

  it('stands where the file meets something that is here', () => {
    expect(comesAgain(found)).toBe(true);
    expect(comesAgain({ ...found, updates: 0, unchanged: 0, waiting: 0, missing: [] })).toBe(false);
  });
});

describe('rows', () => {
  it('are grouped by what they do, contradictions first', () => {
    const still = aRow({ changes: [] });
    const groups = groupRows([moved, still, disputed, dated, retired], NONE);
    expect(groups).toEqual({
      contradicted: [disputed],
      moved: [moved],
      retired: [retired],
      dated: [dated],
      values: [],
    });
  });

  it('stay among the contradicted when they have been answered', () => {
    const answered = aRow({
      ...disputed,
      changes: disputed.changes.map((one) => ({ ...one, decision: 'ours' as const })),
    });
    expect(groupOf(answered, NONE)).toBeNull();
    expect(groupOf(answered, new Set(['opq move.date']))).toBe('contradicted');
    expect(standing(answered, ['move.date'])).toBe('ours');
    expect(standing(disputed, ['move.date'])).toBeNull();
  });

  it('stay where they were when ours shall stay against what would be added', () => {
    const held = aRow({ ...moved, action: 'unchanged', changes: [{ ...added, decision: 'ours' }] });
    expect(groupOf(held, NONE)).toBe('moved');
  });

  it('are decided as a whole, or by what contradicts', () => {
    const more = aRow({
      ...disputed,
      changes: [...disputed.changes, { ...plain, field: 'purpose', before: 'a', after: 'b' }],
    });
    expect(decidedFields(more, 'contradicted', NONE)).toEqual(['move.date']);
    expect(decidedFields(moved, 'moved', NONE)).toEqual(['move.added', 'purpose']);
  });
});

describe('words', () => {
  it('say what stood and what comes, and how far apart', () => {
    expect(leadWords(disputed, 'contradicted', 'EUR')).toEqual({ before: 'Deployed, 1 Dec 2023', after: '1 Mar 2021' });
    expect(detailWords(disputed, 'contradicted')).toBe('2 years earlier than yours');
    expect(leadWords(moved, 'moved', 'EUR')).toEqual({ before: 'Proposed', after: 'Deployed, 28 Jul 2025' });
    expect(detailWords(moved, 'moved')).toBe('1 move kept, 1 added; Purpose');
    expect(sayChange({ ...plain, field: 'businessOwner', before: 'Ann', after: 'Zoe' }, 'EUR')).toEqual({
      before: 'Business owner Ann',
      after: 'Zoe',
    });
    expect(sayChange({ ...plain, field: 'purpose', before: 'x', after: 'y '.repeat(60) }, 'EUR')).toEqual({
      before: 'Purpose',
      after: 'another text',
    });
  });

  it('say the finding and what the button does', () => {
    const preview = aPreview({ creates: 2151, updates: 464 });
    expect(againHeadline(preview, 68)).toBe('2,151 new, 464 changed, 68 contradict what you have');
    expect(againHeadline(aPreview({ unchanged: 3610 }), 0)).toBe(
      'Nothing to bring in: 3,610 rows are as you have them',
    );
    expect(againHeadline(aPreview({ unchanged: 1 }), 0)).toBe('Nothing to bring in: 1 row is as you have it');
    expect(addLabel(preview)).toBe('Add 2,151, change 464');
    expect(addLabel({ creates: 0, updates: 2 })).toBe('Change 2');
    expect(addLabel({ creates: 0, updates: 0 })).toBe('Nothing to import');
  });
});

describe('filters', () => {
  const fresh = aRow({ action: 'create', modelId: null, changes: [] });
  const preview = aPreview({
    rows: 40,
    creates: 30,
    updates: 3,
    unchanged: 6,
    waiting: 1,
    changes: { contradicted: 1, moved: 7, retired: 1, dated: 1, values: 0, unchanged: 1 },
    sample: [disputed, moved, dated, retired, fresh],
  });
  const changes = countChanges(preview, NONE);
  const groups = groupRows(preview.sample, NONE);
  const sides = bothSides(preview, 20);

  it('count over the whole file', () => {
    const counts = Object.fromEntries(filterChips(preview, changes, sides).map(({ filter, count }) => [filter, count]));
    expect(counts).toEqual({
      changes: 40,
      new: 30,
      moved: 7,
      retired: 1,
      dated: 1,
      values: 0,
      contradicted: 1,
      as_before: 5,
      perhaps: 1,
      missing: 0,
      removed: 0,
    });
  });

  it('list the contradictions first, and say what is not shown one by one', () => {
    const items = listItems('changes', preview, groups, changes, sides);
    expect(items.filter(({ kind }) => kind === 'head').map(({ key }) => key)).toEqual([
      'contradicted move.date',
      'moved',
      'retired',
      'dated',
      'new',
    ]);
    expect(items[0]).toMatchObject({ title: 'Contradicted, another day: 1' });
    expect(items.at(-1)).toMatchObject({ kind: 'note', text: expect.stringMatching(/^29 further rows/) });
    expect(listItems('removed', preview, groups, changes, sides)).toMatchObject([{ kind: 'note' }]);
  });
});

describe('rules', () => {
  it('stand by field, contradictions of moves first, with what is decided by now', () => {
    const value = (before: string) =>
      aRow({ action: 'update', changes: [{ ...plain, field: 'purpose', before, after: 'new' }] });
    const rows = [value('old'), value('older'), value(''), disputed, moved];
    expect(ruleLines(rows, NONE, [])).toEqual([
      { field: 'move.date', count: 1, decision: 'ask' },
      { field: 'purpose', count: 3, decision: 'file' },
    ]);
    expect(ruleLines(rows, NONE, [{ field: 'purpose', decision: 'ours' }])[1]).toMatchObject({ decision: 'ours' });
  });
});
