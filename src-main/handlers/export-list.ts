import { writeFile } from 'node:fs/promises';
import type { Output } from '#contract/index';
import { formsOf } from '#domain/base/forms';
import { createRedactor } from '#domain/reports/redactor';
import { reportWriter } from '#domain/reports/writer';
import { csvLines } from '../exporters/csv/csv-lines';
import { csvWriter } from '../exporters/csv/csv-writer';
import { type CellWriter, cellWriter } from '../exporters/workbook/cell-writer';
import { type TableSheetColumn, tableSheet } from '../exporters/workbook/table-sheet';
import { numberFormats } from '../exporters/xlsx/number-formats';
import { writeXlsx } from '../exporters/xlsx/write-xlsx';
import { refuseWhenCancelled } from '../failure/refuse-when-cancelled';
import { checkLocale } from '../platform/check-locale';
import { writeWholeFile } from '../platform/whole-file';
import type { QueryContext } from './context';

interface ListRequest<Name extends string> {
  readonly out: string;
  readonly format: 'csv' | 'xlsx';
  readonly locale: string;
  readonly columns: readonly Name[];
  readonly jobId?: string | undefined;
}

interface List<Name extends string, T> {
  /** Of the sheet. */
  readonly name: string;
  readonly total: number;
  readonly rows: AsyncIterable<T>;
  readonly columnsOf: (write: CellWriter, currency: string) => Readonly<Record<Name, TableSheetColumn<T>>>;
}

/** After this many rows other calls, a cancel among them, take their turn. */
const TURN = 1_000;

/** Writes a list with the chosen columns as a file that is whole or not there. */
export function exportList<Name extends string, T>(
  { out, format, locale, columns: names, jobId }: ListRequest<Name>,
  context: QueryContext,
  { name, total, rows, columnsOf }: List<Name, T>,
): Promise<Output<'exports.models'>> {
  return context.jobs.run(jobId, async (job) => {
    checkLocale(locale);
    const path = context.files.resolve(out);
    const { currency, name: portfolio } = await context.ask('portfolio.info', {});
    const columns = (write: CellWriter): TableSheetColumn<T>[] => {
      const all = columnsOf(write, currency);
      return names.map((column) => all[column]);
    };
    let written = 0;
    async function* watched(): AsyncGenerator<T> {
      for await (const row of rows) {
        yield row;
        written += 1;
        if (written % TURN !== 0) continue;
        job.progress('Writing rows', written, total);
        await new Promise((resolve) => setImmediate(resolve));
        refuseWhenCancelled(job.signal, 'export');
      }
    }
    const content = (): AsyncIterable<string> | Promise<Uint8Array> => {
      if (format === 'csv') return csvLines(columns(csvWriter(currency)), watched(), formsOf(locale).mark);
      const writer = reportWriter({ locale, currency, bandMoney: false });
      const write = cellWriter(createRedactor({}, []), writer, numberFormats(locale));
      return writeXlsx({
        sheets: [tableSheet(name, columns(write), watched())],
        names: [],
        properties: {
          title: `${portfolio}: ${name}`,
          subject: '',
          creator: 'Modelfolio',
          created: `${context.now.slice(0, 10)}T00:00:00.000Z`,
        },
      });
    };
    job.progress('Writing rows', 0, total);
    const bytes = await writeWholeFile(path, async (beside) => {
      await writeFile(beside, await content());
      refuseWhenCancelled(job.signal, 'export');
    });
    return { path: out, bytes, rows: written };
  });
}
