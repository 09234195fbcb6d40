import type { ReportContent, ReportSection, SourceNote } from '#domain/reports/content';

const sayRows = ({ rows }: SourceNote): string => (rows === '' ? '' : ` (${rows})`);

/** What a speaker can say, and where each number of the slide comes from. */
export function notesOf(content: ReportContent, { headline, lead, blocks, sources }: ReportSection): string {
  const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block.alt] : []));
  return [
    `${headline}.${lead === '' ? '' : ` ${lead}`}`,
    ...charts,
    '',
    'Where the numbers come from:',
    ...sources.map((note) => `${note.what}: ${note.channel}; ${note.formula}${sayRows(note)}.`),
    '',
    `Portfolio ${content.portfolio}, ${content.date}, content ${content.contentHash}.`,
    ...(content.redaction === '' ? [] : [content.redaction]),
  ].join('\n');
}
