import { collectResults } from '#domain/drift/result-columns';
import { counted } from '#domain/wording';
import { toInstant } from '../platform/instant';
import { appendResults } from '../store/drift-append';
import { getModel } from '../store/models';
import { readSeries } from './drift/read-series';
import type { SubjectHandlers } from './subject';

export const drift: SubjectHandlers<'drift'> = {
  record: (input, context) => {
    const results = 'results' in input ? input.results : [input];
    const collected = collectResults();
    for (const result of results)
      collected.add({
        ...result,
        at: toInstant(result.at, 'At'),
        windowStart: result.windowStart === null ? null : toInstant(result.windowStart, 'Window start'),
      });
    return context.write(async (write) => {
      const { models, ...counts } = await appendResults(write, collected.finish(), {
        newId: context.newId,
        actor: context.actor,
        now: context.now,
        origin: '',
        importId: null,
      });
      return {
        label: `Record ${counted(counts.created + counts.updated, 'drift result')} of ${counted(models, 'model')}`,
        value: counts,
      };
    });
  },
  series: async (input, context) => {
    await getModel(context.read, input.modelId);
    return { series: await readSeries(context, input) };
  },
};
