import { counted } from '#domain/base/wording';
import { DomainError } from '../../failure/domain-error';
import { badFile, breathe } from '../tabular/failures';
import { loadFile } from '../tabular/load-file';
import { openZip, unpack, type ZipArchive } from '../tabular/zip/zip-archive';
import { readJsonReport } from './read-json';
import { type DriftReading, type DriftReadOptions, type DriftSink, NO_TABLE, type ReadFacts } from './reading';

/**
 * Reads every report of a ZIP archive: a year of them in one file. A report that cannot be read is listed as a problem
 * and costs only itself; nothing is unpacked to the disk.
 *
 * @param sinkOf where the figures of an entry go
 */
export async function readArchive(
  path: string,
  options: DriftReadOptions,
  sinkOf: (entryName: string) => DriftSink,
  sink: DriftSink,
): Promise<Omit<DriftReading, 'namedByFile'>> {
  const file = await loadFile(path, options.signal);
  const archive = openZip(file.fileName, file.bytes);
  const names = [...archive.entries.keys()]
    .filter((name) => /\.json$/i.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name))
    .sort();
  const read: ReadFacts[] = [];
  for (const [index, name] of names.entries()) {
    options.onProgress?.(index, names.length);
    await breathe(options.signal);
    try {
      const text = await textOf(archive, name);
      const prefixed = withEntry(sinkOf(name), name);
      read.push(
        readJsonReport(text, { fileName: name.split('/').at(-1) ?? name, mapping: options.mapping, sink: prefixed }),
      );
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'cancelled') throw error;
      sink.problem({
        row: 0,
        column: name,
        code: 'bad_report',
        message: error.message,
        value: '',
        effect: 'row_refused',
      });
    }
  }
  const [first] = read;
  if (!first)
    throw badFile(
      `${file.fileName} holds no drift report that could be read${names.length === 0 ? ': there is no JSON in it' : ''}.`,
    );
  return {
    ...NO_TABLE,
    fileName: file.fileName,
    contentHash: file.contentHash,
    fileKind: 'zip',
    encoding: 'utf-8',
    source: `${counted(read.length, 'report')}: ${[...new Set(read.map((one) => one.source))].join(', ')}`,
    tool: [...new Set(read.map((one) => one.tool))].join(', '),
    version: [...new Set(read.map((one) => one.version).filter((version) => version !== ''))].join(', '),
    time: (['missing', 'chosen', 'file_name'] as const).find((time) => read.some((one) => one.time === time)) ?? 'file',
  };
}

async function textOf(archive: ZipArchive, name: string): Promise<string> {
  const entry = archive.entries.get(name);
  const pieces: Buffer[] = [];
  if (entry) for await (const piece of unpack(archive, entry)) pieces.push(piece);
  return new TextDecoder('utf-8').decode(Buffer.concat(pieces));
}

function withEntry(sink: DriftSink, name: string): DriftSink {
  return {
    point: (point, pointer) => sink.point(point, `${name}#${pointer}`),
    problem: (problem, rows) =>
      sink.problem({ ...problem, column: problem.column === '' ? name : `${name}#${problem.column}` }, rows),
  };
}
