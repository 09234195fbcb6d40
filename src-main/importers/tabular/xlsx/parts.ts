import { badFile, breathe } from '../failures';
import type { SheetInfo, SheetState } from '../table';
import { createXmlScanner, type XmlHandler } from '../xml-scanner';
import { unpack, type ZipArchive } from '../zip/zip-archive';

/** The parts of a workbook that say where its sheets are and how its cells are to be read. */
export interface Workbook {
  readonly sheets: readonly (SheetInfo & { readonly part: string })[];
  /** True when days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
}

/** Reads one part through a handler, in pieces, letting other work pass. */
export async function scanPart(
  archive: ZipArchive,
  part: string,
  handler: XmlHandler,
  signal: AbortSignal | undefined,
): Promise<void> {
  const entry = archive.entries.get(part);
  if (!entry) throw damagedPart(archive, part);
  const decoder = new TextDecoder('utf-8');
  const scanner = createXmlScanner(handler);
  try {
    for await (const piece of unpack(archive, entry)) {
      scanner.push(decoder.decode(piece, { stream: true }), false);
      await breathe(signal);
    }
    scanner.push(decoder.decode(), true);
  } catch (error) {
    throw error instanceof SyntaxError ? damagedPart(archive, part) : error;
  }
}

export const damagedPart = ({ fileName }: ZipArchive, part: string): Error =>
  badFile(
    `${fileName} is damaged: its part ${part} cannot be read. Open it in Excel or LibreOffice and save it again.`,
  );

export async function readWorkbook(archive: ZipArchive, signal: AbortSignal | undefined): Promise<Workbook> {
  const part = await findWorkbookPart(archive, signal);
  const named: (SheetInfo & { id: string })[] = [];
  let from1904 = false;
  const open: XmlHandler['open'] = (name, attribute) => {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    if (name !== 'sheet') return;
    named.push({ name: attribute('name') ?? '', state: stateOf(attribute('state')), id: attribute('id') ?? '' });
  };
  await scanPart(archive, part, { open, close: () => {}, text: () => {} }, signal);
  const related = await readRelations(archive, part, signal);
  const sheets = named.flatMap(({ name, state, id }) => {
    const relation = related.find((candidate) => candidate.id === id && candidate.type.endsWith('/worksheet'));
    return relation ? [{ name, state, part: relation.target }] : [];
  });
  const partOf = (type: string) => related.find((relation) => relation.type.endsWith(type))?.target ?? null;
  return { sheets, from1904, sharedStringsPart: partOf('/sharedStrings'), stylesPart: partOf('/styles') };
}

const stateOf = (text: string | undefined): SheetState =>
  text === 'hidden' || text === 'veryHidden' ? text : 'visible';

async function findWorkbookPart(archive: ZipArchive, signal: AbortSignal | undefined): Promise<string> {
  const { entries, fileName } = archive;
  const main = entries.has('_rels/.rels') ? await readRelations(archive, '', signal) : [];
  const part = main.find((relation) => relation.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (part.endsWith('.bin')) {
    throw badFile(`${fileName} is a binary workbook (.xlsb). Open it in Excel and save it as XLSX or CSV.`);
  }
  if (!part.startsWith('xl/') || !entries.has(part)) {
    throw badFile(`${fileName} is an archive or another document, not an XLSX workbook. Choose a CSV or XLSX file.`);
  }
  return part;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Relations of a part ('' is the archive itself), with their targets as paths from the top of the archive. */
async function readRelations(
  archive: ZipArchive,
  part: string,
  signal: AbortSignal | undefined,
): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relations: Relation[] = [];
  const open: XmlHandler['open'] = (name, attribute) => {
    if (name !== 'Relationship') return;
    const target = attribute('Target') ?? '';
    relations.push({ id: attribute('Id') ?? '', type: attribute('Type') ?? '', target: resolvePart(folder, target) });
  };
  await scanPart(
    archive,
    `${folder}_rels/${part.slice(slash)}.rels`,
    { open, close: () => {}, text: () => {} },
    signal,
  );
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  return new URL(path, 'part://workbook').pathname.slice(1);
}
