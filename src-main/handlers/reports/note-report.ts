import type { ReportKind } from '#contract/reports/reports';
import type { CommandContext } from '../context';
import type { ReportNote } from './report-note';

export const KIND_WORDS: Readonly<Record<ReportKind, string>> = {
  deck: 'board deck',
  pdf: 'PDF report',
  brief: 'brief',
  html: 'HTML report',
  workbook: 'workbook',
};

/** What has left the house is not unmade by an undo: the note stays out of its way. */
export function noteReport(
  { write, newId, now, actor }: Pick<CommandContext, 'write' | 'newId' | 'now' | 'actor'>,
  note: ReportNote,
): Promise<void> {
  const { kind, fileName, bytes, contentHash, locale, redacted, figures } = note;
  return write(async (portfolio) => {
    await portfolio.insert('reports', [
      {
        id: newId(),
        kind,
        at: now,
        actor,
        file_name: fileName,
        bytes,
        content_hash: contentHash,
        locale,
        redacted: JSON.stringify(redacted),
        figures: JSON.stringify(figures),
      },
    ]);
    return { label: `Make the ${KIND_WORDS[kind]} ${fileName}`, value: undefined, kind: { kind: 'note' } };
  });
}
