import type { z } from 'zod';
import { type DriftImportReply, DriftMapping } from '#contract/drift/import';
import { counted } from '#domain/base/wording';
import { getModel } from '../../../store/models/models';
import type { SubjectHandlers } from '../../subject';
import { type AppliedDrift, applyDrift } from './drift-kind';

type Reply = z.output<typeof DriftImportReply>;

/** Many files in one transaction, each with its own line in the ledger; a file that cannot be read stops all of them. */
export const importDrift: SubjectHandlers<'drift'>['import'] = (input, context) =>
  context.jobs.run(input.jobId, async (job) => {
    const { modelId = null, encoding, delimiter } = input;
    if (modelId !== null) await getModel(context.read, modelId);
    const mapping = input.mapping ?? DriftMapping.parse({ kind: 'drift' });
    const files = typeof input.file === 'string' ? [input.file] : input.file;
    return context.write(
      async (write) => {
        const applied: AppliedDrift[] = [];
        for (const file of files)
          applied.push(await applyDrift(write, { file, encoding, delimiter, mapping, modelId }, context, job));
        const value = replyOf(applied);
        const where = files.length === 1 ? (applied[0]?.pass.reading.fileName ?? '') : counted(files.length, 'file');
        return { label: `Import ${counted(value.created + value.updated, 'drift result')} from ${where}`, value };
      },
      { bulk: true },
    );
  });

function replyOf(applied: readonly AppliedDrift[]): Reply {
  const sum = (key: keyof AppliedDrift['counts']): number =>
    applied.reduce((total, { counts }) => total + counts[key], 0);
  return {
    created: sum('created'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    rejected: sum('rejected'),
    imports: applied.map(({ importId, counts, pass }) => ({
      importId,
      fileName: pass.reading.fileName,
      source: pass.reading.source,
      ...counts,
    })),
    problems: applied.flatMap(({ pass: { reading, problems } }) =>
      problems.kept.map((problem) => ({ ...problem, fileName: reading.fileName })),
    ),
    problemsTotal: applied.reduce((total, { pass }) => total + pass.problems.total, 0),
  };
}
