import { expect, it } from 'vitest';
import { sampleAssessment } from '../result/testing/sample-assessment';
import { beforeOf, earlierOf } from './before';

const said = (respondent: string, value: 0 | 1 | 2 | 3) => ({
  questionId: 'MM2',
  respondent,
  value,
  grade: 0 as const,
  reason: '',
  comment: '',
  link: '',
  owner: '',
  answeredAt: '2026-11-23T09:00:00.000Z',
});

it('says what each said then, what was scored, and what the rows bore out', () => {
  const earlier = sampleAssessment({
    answers: { MM2: 2 },
    part: {
      responses: [said('Ben', 2), said('Ana', 3), said('Eve', 3)],
      evidence: [
        {
          questionId: 'MM2',
          suggests: 1,
          ceiling: 3,
          counts: { part: 1, whole: 2 },
          words: '',
          also: [],
          claimed: 2,
          contradiction: true,
        },
      ],
    },
  });
  expect(beforeOf(earlier, 'MM2', 1)).toEqual({ answers: '3, 3, 2', note: 'scored 2; the rows bore out 1 only' });
});

it('is a bare answer where one person gave it, nothing where nobody did, and says so where it was not asked', () => {
  const earlier = sampleAssessment({ answers: { MM2: 1 } });
  expect(beforeOf(earlier, 'MM2', 1)).toEqual({ answers: '1', note: '' });
  expect(beforeOf(earlier, 'MM3', 1)).toBeNull();
  expect(beforeOf(earlier, 'ET6', 2)).toEqual({ answers: 'not asked', note: '' });
});

it('takes the latest three of the same unit that were finished and begun before', () => {
  const head = (id: string, startedAt: string, part: object = {}) => ({
    ...sampleAssessment({ part: { id, startedAt, status: 'finished', ...part } }),
  });
  const own = head('own', '2027-03-01', { status: 'open' });
  const heads = [
    own,
    head('a', '2024-01-01'),
    head('b', '2025-01-01'),
    head('c', '2026-01-01'),
    head('d', '2026-06-01'),
    head('later', '2027-06-01'),
    head('open', '2026-07-01', { status: 'open' }),
    head('cards', '2026-08-01', { unit: 'Cards' }),
  ];
  expect(earlierOf(heads, own).map(({ id }) => id)).toEqual(['d', 'c', 'b']);
});
