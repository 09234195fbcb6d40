import { contentHash, listReports } from '../store/reports';
import { makeDeck } from './reports/deck';
import { makePdf } from './reports/pdf';
import { makeWorkbook } from './reports/workbook';
import type { SubjectHandlers } from './subject';

export const reports: SubjectHandlers<'reports'> = {
  deck: makeDeck,
  pdf: makePdf,
  workbook: makeWorkbook,
  list: async (_input, { read }) => ({
    contentHash: await contentHash(read),
    reports: (await listReports(read)).map(({ file_name, content_hash, figures: _figures, redacted, ...row }) => ({
      ...row,
      fileName: file_name,
      contentHash: content_hash,
      redacted: JSON.parse(redacted) as string[], // written by the report
    })),
  }),
};
