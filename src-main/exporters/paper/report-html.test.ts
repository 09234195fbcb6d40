import { expect, it } from 'vitest';
import type { ReportChart, ReportContent } from '#domain/reports/content';
import { axisFor } from './axis';
import { chartSvg } from './chart-svg';
import { reportHtml } from './report-html';

const chart: ReportChart = {
  kind: 'chart',
  title: 'Models by stage',
  reading: '',
  shape: 'bars',
  categories: ['Deployed', '<script>alert(1)</script>'],
  series: [{ name: 'Models', values: [1_250, null], colour: 'accent' }],
  unit: 'models',
  format: 'count',
  alt: 'Deployed 1,250; the other is not known',
};

const content: ReportContent = {
  title: 'Acme <b>&: model portfolio',
  headline: 'One finding',
  subline: '',
  portfolio: 'Acme"; } body { display: none; } </style><script>',
  date: '23 Nov 2026',
  at: '2026-11-23T10:00:00.000Z',
  contentHash: 'abcdef0123456789',
  locale: 'de-DE',
  redaction: '',
  sections: [
    {
      id: 'glance',
      title: 'At a glance',
      headline: 'Found',
      lead: '',
      blocks: [
        chart,
        {
          kind: 'table',
          title: 'Rows',
          reading: '',
          columns: [
            { title: 'What', align: 'left', weight: 2 },
            { title: 'How many', align: 'right', weight: 1 },
          ],
          rows: [['<img src=x onerror=alert(1)>', '2']],
          noun: ['row', 'rows'],
        },
      ],
      sources: [],
    },
  ],
};

it('lets no text of the portfolio become markup, style or script', () => {
  const html = reportHtml(content, 'A4');
  expect(html).not.toMatch(/<script|<img|<b>/);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html.slice(0, html.indexOf('</style>'))).not.toContain('{ display: none');
  expect(html).toContain("default-src 'none'");
});

it('has headings, a table with heads and a chart with its words', () => {
  const html = reportHtml(content, 'Letter');
  expect(html).toContain('@page { size: Letter;');
  expect(html).toMatch(/<h1>.*<h2>Found<\/h2>.*<h3>Models by stage<\/h3>/s);
  expect(html).toContain('<th scope="col" class="right">How many</th>');
  expect(html).toContain('aria-label="Deployed 1,250; the other is not known"');
});

it('writes numbers as the reader does, and draws nothing for what is not known', () => {
  const svg = chartSvg(chart, 'de-DE');
  expect(svg).toContain('>1.250</text>');
  expect(svg.match(/<rect/g)).toHaveLength(1);
  expect(chartSvg({ ...chart, categories: [] }, 'de-DE')).toBe('');
});

it('takes a scale of round numbers that holds every value, and 0', () => {
  const axis = axisFor({ ...chart, series: [{ name: '', values: [-30, 97], colour: 'accent' }] }, false);
  expect(axis.low).toBeLessThanOrEqual(-30);
  expect(axis.high).toBeGreaterThanOrEqual(97);
  expect(axis.ticks).toContain(0);
  expect(axisFor({ ...chart, series: [] }, true)).toEqual({ low: 0, high: 1, ticks: [0, 1] });
});
