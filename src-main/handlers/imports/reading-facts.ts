import type { Preview } from '#contract/imports/imports';
import { oneOf } from '#domain/base/wording';
import { DomainError } from '../../failure/domain-error';
import { sheetNames } from '../../importers/tabular/open-table';
import type { TableHead, TablePart } from '../../importers/tabular/table';

/** A text of which several readings are as likely is stored in the one that somebody named, never in a guess. */
export function refuseGuessedText(
  {
    fileName,
    encoding,
    encodingCertain,
    encodings,
  }: Pick<TableHead, 'fileName' | 'encoding' | 'encodingCertain' | 'encodings'>,
  asked: string,
): void {
  if (encodingCertain || asked !== 'auto') return;
  const labels = [...new Set([encoding, ...encodings.map((choice) => choice.encoding)])];
  throw new DomainError(
    'invalid_input',
    `${fileName} could be written in ${oneOf(labels)}, so nothing was stored. Look at its lines in the preview and name the encoding in which they are right, or save the table as UTF-8.`,
  );
}

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
