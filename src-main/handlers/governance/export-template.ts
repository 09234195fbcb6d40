import { writeFile } from 'node:fs/promises';
import type { Input, Output } from '#contract/index';
import type { Edition } from '#domain/governance/editions';
import { type FilledRow, type FilledSection, fillTemplate } from '#domain/governance/templates/fill-template';
import type { Template } from '#domain/governance/templates/template';
import { TEMPLATES } from '#domain/governance/templates/templates';
import { createRedactor } from '#domain/reports/redactor';
import { unsharedWords } from '#domain/reports/unshared-words';
import { reportWriter } from '#domain/reports/writer';
import { type FilledTemplate, Tally } from '../../exporters/templates/filled-template';
import { templatePaper } from '../../exporters/templates/template-paper';
import { type SectionRows, templateWorkbook } from '../../exporters/templates/template-workbook';
import { cellWriter } from '../../exporters/workbook/cell-writer';
import { numberFormats } from '../../exporters/xlsx/number-formats';
import { writeXlsx } from '../../exporters/xlsx/write-xlsx';
import { DomainError } from '../../failure/domain-error';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { Job } from '../../jobs/job-list';
import { checkLocale } from '../../platform/check-locale';
import { writeWholeFile } from '../../platform/whole-file';
import { listModelIdsByTier, readGovernedHouse } from '../../store/governance/governed';
import { lastEntry } from '../../store/journal/journal';
import { contentHash } from '../../store/reports/reports';
import { countUnshared } from '../../store/shared/waiting';
import type { QueryContext } from '../context';
import { printingOf } from '../printing';
import { dayOf, optionsOf, wantedIds } from './gather';
import { findPack, loadPacks, type Packs, packHead, packsOn, verifiedLine } from './packs';
import { readSheetModels } from './template-models';

type Asked = Input<'governance.template'>;

/** More pages than a printer lays out in its time, and than anybody reads. */
const MOST_ON_PAPER = 500;

/** A sheet of one template, of the models that are asked for, as a file that is whole or not there. */
export function exportTemplate(asked: Asked, context: QueryContext): Promise<Output<'governance.template'>> {
  const { out, format, locale = 'en-GB', paper = 'A4', jobId } = asked;
  return context.jobs.run(jobId, async (job) => {
    checkLocale(locale);
    const path = context.files.resolve(out);
    const { currency, name: portfolio } = await context.ask('portfolio.info', {});
    const drawn = await context.store.snapshot(async (read) => {
      const writer = reportWriter({ locale, currency, bandMoney: false });
      const sheet = await openSheet(asked, { ...context, read }, writer);
      const of: FilledTemplate = {
        template: sheet.template,
        packs: sheet.editions.map(({ pack }) => packHead(pack, context.now.slice(0, 10), sheet.packs)),
        verified: ({ pack, line }) => verifiedLine(pack, line, sheet.packs),
        day: sheet.day,
        portfolio,
        contentHash: await contentHash(read),
        head: (await lastEntry(read))?.hash ?? '',
        unshared: unsharedWords(await countUnshared(read), writer.counted),
        now: context.now,
        by: context.actor,
        program: `Modelfolio ${context.appVersion}`,
        writer,
      };
      const tally = new Tally();
      if (format === 'pdf') {
        const sections = await sheet.all(tally, job);
        return { content: templatePaper(of, sections, tally), tally };
      }
      const card = sheet.ids.length === 1 && sheet.template.text === null ? await sheet.all(tally, job) : null;
      const write = cellWriter(createRedactor({}, []), writer, numberFormats(locale));
      return { bytes: await writeXlsx(templateWorkbook(of, sheet.parts(tally, job), card, { tally, write })), tally };
    });
    const bytes = 'bytes' in drawn ? drawn.bytes : await print(drawn.content, paper, context, job);
    refuseWhenCancelled(job.signal, 'export');
    const written = await writeWholeFile(path, (beside) => writeFile(beside, bytes));
    return { path: out, bytes: written, rows: drawn.tally.rows, missing: drawn.tally.missing };
  });
}

async function print(
  content: ReturnType<typeof templatePaper>,
  paper: 'A4' | 'Letter',
  context: QueryContext,
  job: Job,
): Promise<Uint8Array> {
  job.progress('Printing the pages', 0, null);
  const { printReport } = await import('../../exporters/paper/print-report');
  return printReport(content, { paper, line: '' }, printingOf(context, job));
}

type Reading = Pick<QueryContext, 'read' | 'now'>;

async function openSheet(asked: Asked, context: Reading, writer: ReturnType<typeof reportWriter>) {
  const template = TEMPLATES[asked.template];
  const day = dayOf(asked.at, context.now);
  const known = await loadPacks(context.read);
  const editions = editionsOf(template, day, known);
  const wanted = asked.ids ?? (await wantedIds(asked.filter, context));
  const ids = wanted === undefined ? [...listModelIdsByTier(context.read)] : [...wanted];
  const house = await readGovernedHouse(context.read, await optionsOf(context));
  const telling = { money: writer.minor, day: writer.day, dated: writer.dated };
  const packs = editions.map(({ pack }) => pack);

  async function* pages(job: Job): AsyncGenerator<readonly FilledSection[]> {
    let read = 0;
    for await (const models of readSheetModels(context.read, packs, ids)) {
      yield fillTemplate(template, editions, { ...house, models }, { day, telling });
      read += models.length;
      job.progress('Reading the models', read, ids.length);
      await new Promise((resolve) => setImmediate(resolve));
      refuseWhenCancelled(job.signal, 'export');
    }
  }

  const own = template.sections(template.text === null ? null : (packs[0] ?? null));
  /** Of a card the parts are one table. */
  const joined = template.text === null ? [{ title: '', columns: own.flatMap(({ columns }) => columns) }] : own;
  return {
    template,
    day,
    editions,
    packs: known,
    ids,
    parts: (tally: Tally, job: Job): readonly SectionRows[] =>
      joined.map((section, at) => ({
        section,
        rows: (async function* (): AsyncGenerator<FilledRow> {
          for await (const sections of pages(job)) {
            const rows = template.text === null ? acrossParts(sections) : (sections[at]?.rows ?? []);
            for (const row of rows) {
              tally.add({ ...section, rows }, row);
              yield row;
            }
          }
        })(),
      })),
    all: async (tally: Tally, job: Job): Promise<readonly FilledSection[]> => {
      const found = own.map((section) => ({ ...section, rows: [] as FilledRow[] }));
      for await (const sections of pages(job)) {
        for (const [at, { rows }] of sections.entries()) found[at]?.rows.push(...rows);
        if (Math.max(...found.map(({ rows }) => rows.length)) > MOST_ON_PAPER) throw tooMany(template);
      }
      if (template.text === null) {
        const [whole] = joined;
        if (whole) for (const row of acrossParts(found)) tally.add({ ...whole, rows: [] }, row);
      } else for (const section of found) for (const row of section.rows) tally.add(section, row);
      return found.filter(({ rows }) => rows.length > 0);
    },
  };
}

/** Rows whose cells are those of all parts. */
const acrossParts = (sections: readonly FilledSection[]): readonly FilledRow[] =>
  (sections[0]?.rows ?? []).map((row, at) => ({
    ...row,
    cells: sections.flatMap(({ rows }) => rows[at]?.cells ?? []),
  }));

const tooMany = ({ noun: [, many] }: Template): DomainError =>
  new DomainError(
    'refused',
    `That is more than ${MOST_ON_PAPER} ${many}, too many for pages. Write them as XLSX, or choose fewer with a filter.`,
  );

/** The edition of the template's own text, or of each text that asks anything on the day. */
const editionsOf = ({ text }: Template, day: string, packs: Packs): readonly Edition[] =>
  text === null
    ? packsOn(day, packs).map((pack) => findPack(`${pack.id}@${pack.edition}`, day, packs))
    : [findPack(text, day, packs)];
