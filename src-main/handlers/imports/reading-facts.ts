import type { Preview } from '#contract/imports/imports';
import { sheetNames } from '../../importers/tabular/open-table';
import type { TableHead, TablePart } from '../../importers/tabular/table';

type Facts = Pick<
  Preview,
  | 'fileName'
  | 'fileKind'
  | 'encoding'
  | 'encodingCertain'
  | 'encodings'
  | 'delimiter'
  | 'sheets'
  | 'sheetList'
  | 'sheet'
  | 'chosenSheets'
  | 'parts'
  | 'headerRow'
>;

/** How a file was read: the part of a preview that is the same whatever it holds. */
export function readingFacts(
  head: Omit<TableHead, 'labels' | 'fileKind' | 'contentHash'> & Pick<Preview, 'fileKind'>,
  parts: readonly TablePart[],
): Facts {
  return {
    fileName: head.fileName,
    fileKind: head.fileKind,
    encoding: head.encoding,
    encodingCertain: head.encodingCertain,
    encodings: [...head.encodings],
    delimiter: head.delimiter,
    sheets: sheetNames(head.sheets),
    sheetList: [...head.sheets],
    sheet: head.chosenSheets[0] ?? '',
    chosenSheets: [...head.chosenSheets],
    parts: [...parts],
    headerRow: head.headerRow,
  };
}
