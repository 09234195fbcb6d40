import type { ReportBlock, ReportContent, ReportSection } from '#domain/reports/content';

const SOURCE = { what: 'Models', channel: 'overview.summary', formula: 'counts of the inventory', rows: '12 models' };

export function sectionOf(headline: string, blocks: readonly ReportBlock[], lead = ''): ReportSection {
  return { id: 'glance', title: 'Portfolio', headline, lead, blocks, sources: [SOURCE] };
}

export function contentOf(sections: readonly ReportSection[]): ReportContent {
  return {
    title: 'Bank: model portfolio',
    headline: '31 models in production',
    subline: 'Of 43 in all.',
    portfolio: 'Bank',
    date: '29 Nov 2026',
    at: '2026-11-29T09:12:33.000Z',
    contentHash: 'a'.repeat(64),
    locale: 'en-GB',
    redaction: '',
    sections,
  };
}

export const text = (title: string, paragraphs: readonly string[]): ReportBlock => ({
  kind: 'text',
  title,
  paragraphs,
});

export function tableOf(rows: readonly (readonly string[])[]): ReportBlock {
  return {
    kind: 'table',
    title: 'Matters',
    reading: 'The most urgent first.',
    columns: [
      { title: 'Rank', align: 'left', weight: 1 },
      { title: 'Model', align: 'left', weight: 4 },
      { title: 'Days', align: 'right', weight: 1 },
    ],
    rows,
    noun: ['matter', 'matters'],
  };
}

export function chartOf(change: Partial<Extract<ReportBlock, { kind: 'chart' }>> = {}): ReportBlock {
  return {
    kind: 'chart',
    title: 'Models by stage',
    reading: 'Of all models.',
    shape: 'bars',
    categories: ['Proposed', 'Deployed', 'Retired'],
    series: [{ name: 'Models', values: [3, 0, 12], colour: 'accent' }],
    unit: 'models',
    format: 'count',
    alt: 'Models by stage: 3 proposed, none deployed, 12 retired.',
    ...change,
  };
}

/** Names that are as long as names are, in the letters that they are written in. */
export const LONG_NAMES = [
  'Early warning of customer churn in the retail and small business segment, v2 (EU)',
  '自動車保険の大口損害請求に関する不正検知および支払備金の早期見積りモデル（関東・関西）',
  'Kraftfahrzeughaftpflichtversicherungsschadensregulierungsvorhersagemodellüberwachung',
  'N'.repeat(80),
] as const;
