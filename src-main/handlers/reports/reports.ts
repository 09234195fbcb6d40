import { contentHash, listReports } from '../../store/reports/reports';
import type { SubjectHandlers } from '../subject';
import { makeDeck } from './deck';
import { keepDress, keptDress } from './dress';
import { makeBrief, makeHtml, makePdf } from './paper';
import { previewDeck } from './preview';
import { describeTemplate } from './template';
import { makeWorkbook } from './workbook';

export const reports: SubjectHandlers<'reports'> = {
  deck: makeDeck,
  pdf: makePdf,
  brief: makeBrief,
  html: makeHtml,
  workbook: makeWorkbook,
  template: describeTemplate,
  preview: previewDeck,
  dress: (_input, context) => keptDress(context),
  setDress: keepDress,
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
