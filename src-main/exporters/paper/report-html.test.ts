import { expect, it } from 'vitest';
import type { ReportChart, ReportContent } from '#domain/reports/content';
import { chartOf, contentOf, LONG_NAMES, sectionOf, tableOf, text } from '../deck/testing/deck-content';
import { contentTexts, missingTexts } from '../testing/content-words';
import { anchorsOf, headingsOf, laidOut, reportHtml } from './report-html';
import { textsOfHtml } from './testing/html-texts';

const DRESS = { paper: 'A4', line: '' } as const;

const evil: ReportContent = {
  ...contentOf([
    sectionOf('Found', [
      chartOf({
        categories: ['Deployed', '<script>alert(1)</script>'],
        series: [{ name: 'Models', values: [1_250, null], colour: 'accent' }],
      }),
      tableOf([['◆ Act', '<img src=x onerror=alert(1)>', '2']]),
    ]),
  ]),
  title: 'Acme <b>&: model portfolio',
  portfolio: 'Acme"; } body { display: none; } </style><script>',
  locale: 'de-DE',
};

const textOf = (html: string): string => textsOfHtml(html).join(' ');

it('lets no text of the portfolio become markup, style or script, and asks nothing of a network', () => {
  const html = reportHtml(evil, DRESS);
  expect(html).not.toMatch(/<script|<img|<b>/);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html.slice(0, html.indexOf('</style>'))).not.toContain('{ display: none');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<[^>]*\s(style|src)=|url\(|@import/);
});

it('allows the one style that it has, and no other', async () => {
  const html = reportHtml(evil, DRESS);
  const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))).toString('base64');
  expect(html).toContain(`style-src 'sha256-${hash}'`);
});

it('has headings, a table with heads and a chart with its words', () => {
  const html = reportHtml(evil, { ...DRESS, paper: 'Letter' });
  expect(html).toContain('@page{size:Letter;');
  expect(html).toMatch(/<h1>.*<h2>Found<\/h2>.*<h3>Models by stage<\/h3>/s);
  expect(html).toContain('<th scope="col" class="right">Days</th>');
  expect(html).toContain('<th scope="row">◆ Act</th>');
  expect(html).toContain('aria-label="Models by stage: 3 proposed, none deployed, 12 retired."');
});

it('leads from every part to its sources and back, and names a source of two parts once', () => {
  const html = reportHtml(contentOf([sectionOf('One', []), { ...sectionOf('Two', []), id: 'level' }]), DRESS);
  const anchors = new Set(html.match(/(?<= id=")[^"]+/g));
  const led = html.match(/(?<=href="#)[^"]+/g) ?? [];
  expect(led.filter((place) => !anchors.has(place))).toEqual([]);
  expect(led.filter((place) => place === 'source-1')).toHaveLength(2);
  expect(anchors.has('source-2')).toBe(false);
});

it('writes the pages of its parts beside them, where they are known', () => {
  const content = contentOf([sectionOf('One', []), sectionOf('Two', []), sectionOf('Three', [])]);
  expect(reportHtml(content, { ...DRESS, pages: [3, 4, 5, 7] })).toMatch(
    /One<\/a><span class="page">3<.*<span class="page">7</s,
  );
  expect(reportHtml(content, DRESS)).not.toContain('class="page"');
});

const lines: Partial<ReportChart> = {
  shape: 'lines',
  categories: ['now', 'year 1', 'year 2'],
  series: [
    { name: 'Level 1', values: [0, 2e6, 4e6], colour: 'level1' },
    { name: 'Level 2', values: [1e6, 2e6, 2.5e6], colour: 'level2' },
  ],
  format: 'millions',
  marks: [{ at: 1, value: 2e6, label: 'Level 2 repaid after 1 year' }],
};

it('holds every word of the content, however long the names are', () => {
  const content = contentOf([
    sectionOf(
      `${LONG_NAMES[0]}`,
      [
        chartOf({ categories: LONG_NAMES.slice(0, 3) }),
        chartOf({ ...lines, categories: LONG_NAMES.slice(0, 3) }),
        chartOf({ shape: 'columns', categories: LONG_NAMES.slice(1, 4) }),
        chartOf({
          shape: 'stacked_bars',
          origin: 40,
          categories: LONG_NAMES.slice(0, 3),
          series: [
            { name: LONG_NAMES[2], values: [-50, 4, 9], colour: 'grey' },
            { name: LONG_NAMES[1], values: [50, 4, -9], colour: 'accent' },
          ],
        }),
        tableOf(LONG_NAMES.map((name, at) => ['Act', name, String(at)])),
        text('So', [...LONG_NAMES]),
      ],
      LONG_NAMES.join(' '),
    ),
  ]);
  const words = textOf(reportHtml(content, DRESS));
  expect(missingTexts(contentTexts(content), words)).toEqual([]);
  expect(missingTexts([...new Set(headingsOf(content))], words)).toEqual([]);
  // The check itself can fail.
  expect(missingTexts(['Nowhere to be found'], words)).toHaveLength(1);
});

it('puts a list of all models behind its sources, and lays out no more of it than tells where it begins', () => {
  const rows = Array.from({ length: 500 }, (_, at) => ['Act', `Model ${at}`, '1']);
  const list = { ...sectionOf('Appendix: the 500 models', [tableOf(rows)]), id: 'models' } as const;
  const content = contentOf([list, sectionOf('One', []), { ...sectionOf('Two', []), id: 'level' }]);
  expect(anchorsOf(content)).toEqual(['glance', 'level', 'sources', 'models']);
  const html = reportHtml(content, DRESS);
  expect(html.indexOf('id="sources"')).toBeLessThan(html.indexOf('id="models"'));
  expect(html).toContain('Model 499');
  const draft = reportHtml(laidOut(content), DRESS);
  expect(draft).not.toContain('Model 499');
  expect(draft.slice(0, draft.indexOf('id="models"'))).toBe(html.slice(0, html.indexOf('id="models"')));
});
