import { expect, it } from 'vitest';
import { briefOf } from '#domain/reports/brief/brief';
import { contentOf, LONG_NAMES, sectionOf, tableOf, text } from '../deck/testing/deck-content';
import { BRIEF_FITS, briefHtml } from './brief-html';
import { textsOfHtml } from './testing/html-texts';

const decision = {
  ...sectionOf('Decision: hold the 9 overdue reviews', [
    {
      kind: 'table',
      title: '',
      reading: '',
      columns: [
        { title: 'The decision', align: 'left', weight: 2 },
        { title: '', align: 'left', weight: 10 },
      ],
      rows: [
        ['We ask for', 'Hold the 9 overdue reviews.'],
        ['Who, by when', 'Sponsor: to be named.'],
      ],
      noun: ['point', 'points'],
    },
  ] as const),
  id: 'decision',
} as const;
const matters = {
  ...sectionOf('Matters', [tableOf(LONG_NAMES.map((name) => ['◆ Act', name, '4']))]),
  id: 'matters',
} as const;
const content = contentOf([decision, matters]);

const wordsAt = (at: number): string => {
  const [fit] = BRIEF_FITS.slice(at);
  if (!fit) throw new Error('no such fit');
  return textsOfHtml(briefHtml(briefOf(content), 'A4', '', 'en-GB', fit)).join('\n');
};

it('says the board paper’s own words: what is asked, who, and what to look at first', () => {
  const words = wordsAt(0);
  for (const said of [
    'Hold the 9 overdue reviews',
    'We ask for',
    'Sponsor: to be named.',
    'What to look at first',
    ...LONG_NAMES,
  ])
    expect(words).toContain(said);
  expect(words).not.toContain('Decision: hold');
});

it('counts what it leaves out', () => {
  expect(wordsAt(0)).not.toContain('more matter');
  expect(wordsAt(BRIEF_FITS.length - 1)).toContain('And 3 more matters in the report.');
});

it('names that nothing is decided, where nothing is', () => {
  const none = {
    ...sectionOf('Decision: none yet, for nothing is in this portfolio', [text('', ['–'])]),
    id: 'decision',
  } as const;
  expect(briefOf(contentOf([none])).title).toBe('Decision: none yet, for nothing is in this portfolio');
});
