import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONDAY_GROUPS } from './monday';
import { dueNudges, type NudgeSubject, occurrenceOf } from './nudges';

const subject = (over: Partial<NudgeSubject> = {}): NudgeSubject => ({
  kind: 'silent',
  id: 'm1',
  name: 'Churn',
  since: '2026-11-20',
  tier: 2,
  owner: 'Ann Lee',
  modelId: 'm1',
  ...over,
});
const none = (): boolean => false;

describe('nudges', () => {
  it('name the one thing, since when, its tier and owner', () => {
    expect(dueNudges([subject()], ['silent'], none)).toEqual([
      {
        kind: 'silent',
        title: 'Churn fell silent',
        body: 'Since 20 Nov 2026. Tier 2. Owner: Ann Lee.',
        count: 1,
        about: { modelId: 'm1', incidentId: null },
      },
    ]);
    const unknown = subject({ kind: 'drifted', since: null, tier: null, owner: '' });
    expect(dueNudges([unknown], ['drifted'], none)[0]?.body).toBe('No tier. Nobody owns it.');
  });

  it('name the gravest of several and count the others', () => {
    const five = [1, 2, 3, 4, 5].map((n) =>
      subject({ id: `m${n}`, modelId: `m${n}`, name: `Model ${n}`, tier: n === 5 ? 1 : 3 }),
    );
    const [nudge] = dueNudges(five, ['silent'], none);
    expect(nudge).toMatchObject({ title: '5 models fell silent', body: 'Model 5, Model 1, Model 2 and 2 more.' });
  });

  it('count models, whatever they are called, and each of them once', () => {
    const two = ['m1', 'm2'].map((id) => subject({ kind: 'drifted', id, modelId: id }));
    const drifted = { title: '2 models drifted beyond a limit', body: 'Churn, Churn.', count: 2 };
    expect(dueNudges(two, ['drifted'], none)[0]).toMatchObject(drifted);
    const incident = (id: string, modelId: string | null, name = 'Churn') =>
      subject({ kind: 'incidents', id, modelId, name });
    const three = [incident('i1', 'm1'), incident('i2', 'm2'), incident('i3', 'm2')];
    expect(dueNudges(three, ['incidents'], none)[0]?.title).toBe('3 new incidents of 2 models');
    expect(dueNudges(three.slice(1), ['incidents'], none)[0]?.title).toBe('Churn has 2 new incidents');
    const unknown = [incident('i1', null, 'No known model'), incident('i2', null, 'No known model')];
    expect(dueNudges(unknown, ['incidents'], none)[0]?.title).toBe('No known model has 2 new incidents');
  });

  it('tell each occurrence once, and again when it has come again', () => {
    const kinds = fc.constantFrom(...MONDAY_GROUPS);
    const one = fc.record({
      kind: kinds,
      id: fc.constantFrom('a', 'b', 'c'),
      name: fc.constantFrom('A', 'B'),
      since: fc.constantFrom('2026-01-01', '2026-02-01', null),
      tier: fc.constantFrom(1, 2, 3, null),
      owner: fc.constantFrom('', 'Ann'),
      modelId: fc.constantFrom('a', null),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: occurrenceOf }), fc.subarray([...MONDAY_GROUPS]), (all, asked) => {
        const told = new Set(all.filter((_, index) => index % 2 === 0).map(occurrenceOf));
        const isTold = (that: NudgeSubject): boolean => told.has(occurrenceOf(that));
        const nudges = dueNudges(all, asked, isTold);
        const left = all.filter((that) => asked.includes(that.kind) && !isTold(that));
        expect(nudges.reduce((sum, { count }) => sum + count, 0)).toBe(left.length);
        expect(new Set(nudges.map(({ kind }) => kind)).size).toBe(nudges.length);
        expect(dueNudges(all, asked, () => true)).toEqual([]);
      }),
    );
    expect(occurrenceOf(subject({ since: '2026-11-21' }))).not.toBe(occurrenceOf(subject()));
  });
});
