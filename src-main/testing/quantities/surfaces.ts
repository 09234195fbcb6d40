import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { Output } from '#contract/index';
import type { ModelFilter } from '#contract/models/model-filter';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import { askOptions } from '../../handlers/reports/ask-options';
import type { TestBackend } from '../test-backend';

/** Everything that shows figures of one portfolio at one moment, asked as its screens, its reports and a script ask it. */
export interface Surfaces {
  readonly info: Output<'portfolio.info'>;
  readonly overview: Output<'overview.summary'>;
  readonly figures: Output<'overview.figures'>;
  readonly recommend: Output<'maturity.recommend'>;
  readonly demand: Output<'assessments.demand'>;
  readonly models: readonly Output<'models.list'>['rows'][number][];
  /** What the grid counts under a filter. */
  readonly listed: {
    readonly inProduction: number;
    readonly notMonitored: number;
    readonly silent: number;
    readonly drifted: number;
    readonly noVerdict: number;
    readonly noVerdictToday: number;
    readonly reviewsOverdue: number;
  };
  readonly gridRows: number;
  /** Models in production by health, as Monitoring lists them. */
  readonly monitoring: readonly Output<'drift.health'>['models'][number][];
  readonly reviews: Output<'reviews.calendar'>;
  readonly retraining: Output<'drift.retraining'>;
  readonly monday: Output<'overview.monday'>;
  /** Of each model that has any retraining open. */
  readonly timelines: readonly Output<'models.timeline'>[];
  readonly incidents: Output<'incidents.facets'>;
  readonly metrics: Output<'incidents.metrics'>;
  /** The latest finished assessment. */
  readonly assessment: Output<'assessments.get'> | null;
  readonly assessments: Output<'assessments.list'>['assessments'];
  /** The chosen scenario with what its page computes. */
  readonly plan: Plan | null;
  /** The paragraphs of each slide. */
  readonly deck: readonly (readonly string[])[];
  /** The paper for a browser. */
  readonly page: string;
  readonly workbook: ExcelJS.Workbook;
}

export interface Plan {
  readonly scenario: Output<'scenarios.get'>;
  readonly head: Output<'scenarios.list'>['scenarios'][number];
  readonly projection: Output<'investment.project'>;
  readonly simulation: Output<'investment.simulate'>;
  readonly decision: Output<'investment.options'>;
  readonly measured: Output<'scenarios.measured'>['measured'];
}

const MOST = 10_000;

export async function gatherSurfaces({ call, folder }: TestBackend): Promise<Surfaces> {
  const overview = await call('overview.summary', {});
  const count = async (filter: ModelFilter) => (await call('models.list', { filter, limit: 1 })).total;
  const { assessments } = await call('assessments.list', {});
  const finished = assessments
    .filter(({ status, unit }) => status === 'finished' && unit === '')
    .toSorted((a, b) => (b.finishedAt ?? '').localeCompare(a.finishedAt ?? ''))[0];
  const retraining = await call('drift.retraining', {});
  const asked = [...new Set(retraining.items.map(({ modelId }) => modelId))];
  const timelines: Output<'models.timeline'>[] = [];
  for (const id of asked) timelines.push(await call('models.timeline', { id }));
  const [deck, workbook, page] = [join(folder, 'deck.pptx'), join(folder, 'book.xlsx'), join(folder, 'page.html')];
  await call('reports.deck', { out: deck, length: 'steering' });
  await call('reports.workbook', { out: workbook });
  await call('reports.html', { out: page });
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(workbook);
  return {
    info: await call('portfolio.info', {}),
    reviews: await call('reviews.calendar', {}),
    retraining,
    timelines,
    monday: await call('overview.monday', {}),
    overview,
    figures: await call('overview.figures', {}),
    recommend: await call('maturity.recommend', {}),
    demand: await call('assessments.demand', {}),
    models: (await call('models.list', { limit: MOST })).rows,
    listed: {
      inProduction: await count({ inProduction: true }),
      notMonitored: await count({ monitoring: ['not_monitored'] }),
      silent: await count({ inProduction: true, health: ['silent'] }),
      drifted: await count({ inProduction: true, health: ['act'] }),
      noVerdict: await count({ inProduction: true, health: ['unknown'] }),
      reviewsOverdue: await count({ reviewDueBefore: 'yesterday' }),
      noVerdictToday: await count({ inProduction: true, health: ['silent', 'unknown'] }),
    },
    gridRows: (await call('models.grid', {})).ids.length,
    monitoring: (await call('drift.health', { limit: MOST })).models,
    incidents: await call('incidents.facets', {}),
    metrics: await call('incidents.metrics', { from: lastTwelveMonths(overview.at).first, to: overview.at }),
    assessment: finished ? await call('assessments.get', { id: finished.id }) : null,
    assessments,
    plan: await chosenPlan(call),
    deck: slidesOf(readFileSync(deck)),
    page: textOf(readFileSync(page, 'utf8')),
    workbook: book,
  };
}

async function chosenPlan(call: TestBackend['call']): Promise<Plan | null> {
  const head = (await call('scenarios.list', {})).scenarios.find(({ chosen }) => chosen);
  if (!head) return null;
  const scenario = await call('scenarios.get', { id: head.id });
  const { inputs, compare, uncertain, correlations, runs, seed } = scenario;
  return {
    scenario,
    head,
    projection: await call('investment.project', { inputs }),
    simulation: await call('investment.simulate', { inputs, compare, uncertain, correlations, runs, seed }),
    decision: await askOptions(call, scenario),
    measured: (await call('scenarios.measured', { id: head.id })).measured,
  };
}

/** The words of a paper, one line a piece. */
const textOf = (html: string): string =>
  unescaped(
    html
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .replaceAll(/<[^>]+>/g, '\n')
      .replaceAll(/\n\s*/g, '\n'),
  );

const number = (name: string): number => Number(/slide(\d+)\.xml$/.exec(name)?.[1]);
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The texts of a deck, by slide and paragraph. */
export function slidesOf(bytes: Uint8Array): string[][] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .toSorted(([a], [b]) => number(a) - number(b))
    .map(([, part]) =>
      [...strFromU8(part).matchAll(/<a:p[ >].*?<\/a:p>/gs)]
        .map(([paragraph]) =>
          unescaped([...paragraph.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map(([, run]) => run ?? '').join('')),
        )
        .filter((text) => text !== ''),
    );
}

/** A figure of a deck, which stands over its label, with what stands under that; `null`: no slide shows it. */
export function deckFigure({ deck }: Surfaces, label: string): { value: string; detail: string } | null {
  for (const slide of deck) {
    const at = slide.indexOf(label);
    const [value, detail] = at < 0 ? [] : [slide[at - 1], slide[at + 1]];
    if (value !== undefined) return { value, detail: detail ?? '' };
  }
  return null;
}

/** The rows of a sheet as records by its first row. */
export function sheetRows({ workbook }: Surfaces, name: string): Record<string, ExcelJS.CellValue>[] {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) return [];
  const heads: string[] = [];
  sheet.getRow(1).eachCell((cell, column) => {
    heads[column] = String(cell.value);
  });
  const rows: Record<string, ExcelJS.CellValue>[] = [];
  for (let at = 2; at <= sheet.rowCount; at += 1) {
    const row = sheet.getRow(at);
    if (!row.hasValues) continue;
    rows.push(Object.fromEntries(heads.flatMap((head, column) => (head ? [[head, row.getCell(column).value]] : []))));
  }
  return rows;
}

/** The value of a cell, of a formula the one that it was stored with. */
export function cellValue(value: ExcelJS.CellValue | undefined): number | string | null {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && 'result' in value) {
    const { result } = value;
    return typeof result === 'number' || typeof result === 'string' ? result : null;
  }
  return null;
}
