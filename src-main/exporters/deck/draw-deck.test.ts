import { describe, expect, it } from 'vitest';
import { missingWords } from '../testing/content-words';
import { found, partsOf } from '../testing/office-package';
import { drawDeck } from './draw-deck';
import { chartOf, contentOf, LONG_NAMES, sectionOf, tableOf, text } from './testing/deck-content';
import { allWords, deckFaults, slidesOf, titlesOf } from './testing/deck-parts';

const silent = (): void => {};
const draw = (content: ReturnType<typeof contentOf>): Uint8Array => drawDeck(content, {}, silent);

const rows = (count: number): string[][] =>
  Array.from({ length: count }, (_, at) => ['Act', `${LONG_NAMES[at % LONG_NAMES.length]} ${at}`, String(at)]);

describe('nothing is dropped', () => {
  it.each([
    ['long names', contentOf([sectionOf('Many matters', [tableOf(rows(60))], 'Ranked.')])],
    ['2,000 matters', contentOf([sectionOf('2,000 matters', [tableOf(rows(2_000))])])],
    [
      'a long text',
      contentOf([
        sectionOf('Much to say', [
          text(
            'Why',
            Array.from({ length: 80 }, (_, at) => `${LONG_NAMES[0]}: reason ${at}.`),
          ),
        ]),
      ]),
    ],
    [
      'a title of 90 words',
      contentOf([sectionOf(Array.from({ length: 90 }, (_, at) => `finding${at}`).join(' '), [chartOf()])]),
    ],
    ['long categories', contentOf([sectionOf('Names', [chartOf({ categories: LONG_NAMES.slice(0, 3) })])])],
    [
      'everything at once',
      contentOf([
        sectionOf(
          'All',
          [
            {
              kind: 'figures',
              figures: Array.from({ length: 9 }, (_, at) => ({
                label: `${LONG_NAMES[2]}`,
                value: `${at} person-weeks of work`,
                detail: `${LONG_NAMES[0]} ${at}`,
              })),
            },
            chartOf(),
            chartOf(),
            tableOf(rows(9)),
            text('So', [...LONG_NAMES]),
          ],
          LONG_NAMES.join(' '),
        ),
      ]),
    ],
  ])('of %s, and the file needs no repair', { timeout: 60_000 }, (_name, content) => {
    const bytes = draw(content);
    expect(missingWords(content, allWords(bytes))).toEqual([]);
    expect(deckFaults(bytes)).toEqual([]);
  });

  it('and the test would see it', () => {
    const content = contentOf([sectionOf('Two matters', [tableOf(rows(2))])]);
    const fewer = contentOf([sectionOf('Two matters', [tableOf(rows(1))])]);
    expect(missingWords(content, allWords(draw(fewer)))).not.toEqual([]);
  });

  it('not even of a cell that no slide could hold', () => {
    const words = Array.from({ length: 3_000 }, (_, at) => `word${at}`);
    const bytes = draw(contentOf([sectionOf('A long cell', [tableOf([['Act', words.join(' '), '1']])])]));
    const shown = allWords(bytes);
    expect(words.filter((word) => !shown.includes(word))).toEqual([]);
  });
});

describe('a deck', () => {
  it('has the same bytes for the same content', () => {
    const content = contentOf([
      sectionOf('One', [chartOf(), tableOf(rows(5))]),
      sectionOf('Two', [text('', ['Words.'])]),
    ]);
    expect(Buffer.from(draw(content)).equals(Buffer.from(draw(content)))).toBe(true);
  });

  it('says on further slides which of how many they are, and no two have one title', () => {
    const titles = titlesOf(partsOf(draw(contentOf([sectionOf('Sixty matters', [tableOf(rows(60))])]))));
    expect(titles[1]).toMatch(/^Sixty matters \(1 of \d+\)$/);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('puts the main thing into the place of a layout that is made for it', () => {
    const parts = partsOf(draw(contentOf([sectionOf('A', [chartOf()]), sectionOf('B', [tableOf(rows(3))])])));
    const [, chart = '', table = ''] = slidesOf(parts);
    expect(chart).toMatch(/<p:graphicFrame>.*<p:ph type="chart" idx="1"\/>/);
    expect(table).toMatch(/<p:graphicFrame>.*<p:ph type="tbl" idx="1"\/>/);
  });

  it('writes zeros as zeros and leaves out what is not known, in the cache and in the sheet', () => {
    const bytes = draw(
      contentOf([sectionOf('A', [chartOf({ series: [{ name: 'Models', values: [0, null, 2], colour: 'accent' }] })])]),
    );
    const parts = partsOf(bytes);
    const chart = [...parts].find(([name]) => name.includes('charts/chart'))?.[1] ?? '';
    expect(found(chart.split('<c:val>')[1] ?? '', /<c:pt idx="(\d+)">/g)).toEqual(['0', '2']);
    expect(chart).toContain('<c:pt idx="0"><c:v>0</c:v></c:pt>');
  });

  it('has no ends of lines upon each other', () => {
    const series = [10, 10.1, 10.2].map((end, at) => ({
      name: `Level ${at + 1}`,
      values: [0, end],
      colour: 'level1' as const,
    }));
    const bytes = draw(
      contentOf([sectionOf('A', [chartOf({ shape: 'lines', categories: ['now', 'year 1'], series })])]),
    );
    const chart = [...partsOf(bytes)].find(([name]) => name.includes('charts/chart'))?.[1] ?? '';
    const moved = found(chart, /<c:y val="(-?[\d.]+)"\/><\/c:manualLayout><\/c:layout><c:numFmt/g).map(Number);
    expect(moved).toHaveLength(3);
    expect(new Set(moved).size).toBe(3);
  });

  it('draws a point between two categories where it lies, on an axis of numbers', () => {
    const marks = [{ at: 1.5, value: 3, label: 'Paid back after 1.5 years' }];
    const bytes = draw(
      contentOf([
        sectionOf('A', [
          chartOf({
            shape: 'lines',
            marks,
            categoryTitle: 'years',
            series: [{ name: 'Level 2', values: [0, 2, 4], colour: 'level2' }],
          }),
        ]),
      ]),
    );
    expect(deckFaults(bytes)).toEqual([]);
    const chart = [...partsOf(bytes)].find(([name]) => name.includes('charts/chart'))?.[1] ?? '';
    expect(chart).toContain('<c:scatterChart>');
    expect(chart).toContain('<c:v>1.5</c:v>');
    expect(chart).toContain('Paid back after 1.5 years');
  });

  it('draws changes around a value as bars from one end to the other, and 0 is an axis', () => {
    const series = [
      { name: 'Low', values: [-6, 1], colour: 'grey' as const },
      { name: 'High', values: [2, -1], colour: 'accent' as const },
    ];
    const bytes = draw(
      contentOf([sectionOf('A', [chartOf({ shape: 'stacked_bars', categories: ['a', 'b'], series, origin: 4 })])]),
    );
    const chart = [...partsOf(bytes)].find(([name]) => name.includes('charts/chart'))?.[1] ?? '';
    const drawn = chart
      .split('<c:val>')
      .slice(1)
      .map((part) => found(part.split('</c:val>')[0] ?? '', /<c:v>([^<]+)<\/c:v>/g).map(Number));
    // a: from −2 to 4 (low) and from 4 to 6 (high); b: from 3 to 4 (high) and from 4 to 5 (low).
    expect(drawn).toEqual([
      [0, 3],
      [4, 0],
      [0, 1],
      [0, 1],
      [2, 0],
      [-2, 0],
    ]);
  });
});
