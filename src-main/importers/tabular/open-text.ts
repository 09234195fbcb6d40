import type { ByteSource } from './bytes';
import { csvReader } from './csv/csv-reader';
import { decoderFor, type Encoding } from './encoding/decode';
import { findEncoding } from './encoding/find-encoding';
import { type TextSurvey, TextSurveyor } from './encoding/text-survey';
import { badFile } from './failures';
import { tellTextKind } from './file-kind';
import { openPage } from './html/open-page';
import { openJson } from './json/open-json';
import type { OpenedFile, ReadOptions } from './table';

/** Looks at a whole text once: how it is written, and its bytes for whoever wants them besides. */
export async function surveySource(
  source: ByteSource,
  signal: AbortSignal | undefined,
  also?: (piece: Buffer) => void,
): Promise<TextSurvey> {
  const surveyor = new TextSurveyor();
  for await (const piece of source.read(signal)) {
    also?.(piece);
    surveyor.take(piece);
  }
  return surveyor.end();
}

/** A text with delimiters, in JSON, or a page with tables: what it is tells its beginning. */
export async function openText(
  fileName: string,
  source: ByteSource,
  survey: TextSurvey,
  options: ReadOptions,
): Promise<Omit<OpenedFile, 'contentHash'>> {
  if (survey.head.length === 0)
    throw badFile(`${fileName} is empty (0 bytes). Save the table again and choose that file.`);
  const encoding = findEncoding(fileName, survey, options.encoding);
  const start = textOfHead(survey.head, encoding);
  switch (tellTextKind(fileName, start)) {
    case 'csv': {
      const reader = csvReader(fileName, source, start, encoding, options);
      return { fileName, fileKind: 'csv', sheets: [], reader: async () => reader };
    }
    case 'json':
    case 'jsonl':
      return { fileName, fileKind: 'json', ...(await openJson(fileName, source, encoding, options.signal)) };
    case 'html':
      return { fileName, fileKind: 'html', ...(await openPage(fileName, source, encoding, options.signal)) };
  }
}

/** Up to the last whole line: a character that the cut goes through would be lost. */
export function textOfHead(head: Buffer, encoding: Encoding): string {
  const end = head.length < HEAD_BYTES ? head.length : head.lastIndexOf(10) + 1;
  return decoderFor(encoding)(head.subarray(encoding.skip, end > encoding.skip ? end : head.length), true);
}

const HEAD_BYTES = 65_536;
