import { counted } from '#domain/base/wording';
import { collectResults } from '#domain/drift/collect-results';
import { incomparable, type SeriesKind } from '#domain/drift/comparable';
import { movedBins } from '#domain/drift/moved-bins';
import type { Distribution } from '#domain/drift/result-columns';
import { toInstant } from '../../platform/instant';
import { appendResults } from '../../store/drift/append';
import { baseOf, findDistribution, getSeries } from '../../store/drift/series';
import type { DriftSeriesRow } from '../../store/drift/tables';
import type { SubjectHandlers } from '../subject';
import { changeBand, changeRules, readBandTable, storedBands } from './bands';
import { inspectFile } from './inspect-file';
import { measureDrift } from './measure-drift';
import { readFalseAlarms } from './read-false-alarms';
import { readHealth } from './read-health';
import { readHeatmap } from './read-heatmap';
import { readSeries } from './read-series';
import { readRetraining } from './retraining/read';
import { resolveRetraining } from './retraining/resolve';
import { askRetraining, startRetraining } from './retraining/steps';

/** Files come in through the door of imports: `imports/import-drift.ts`. */
export const drift: Omit<SubjectHandlers<'drift'>, 'import'> = {
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
  series: async (input, context) => ({ series: await readSeries(context, input) }),
  heatmap: (input, context) => readHeatmap(context, input),
  health: (input, context) => readHealth(context, input),
  distribution: async ({ seriesId, at }, { read }) => {
    await getSeries(read, seriesId);
    const kept = await findDistribution(read, seriesId, at === undefined ? null : Date.parse(toInstant(at, 'At')));
    if (!kept) return { found: null, reason: 'Only the figure was brought in, not the distributions behind it.' };
    const distribution = JSON.parse(kept.content) as Distribution; // written through the contract's schema
    const moved = movedBins(distribution.reference, distribution.current);
    return { found: { ...distribution, at: new Date(kept.at).toISOString(), moved }, reason: null };
  },
  comparable: async ({ a, b }, { read }) => {
    const reasons = incomparable(kindOf(await getSeries(read, a)), kindOf(await getSeries(read, b)));
    return { comparable: reasons.length === 0, reasons };
  },
  bands: (_input, { read }) => readBandTable(read),
  setBand: (input, context) => changeBand(input, context),
  setRules: ({ retrainingWindows }, context) => changeRules(retrainingWindows, context),
  falseAlarms: ({ tier }, context) => readFalseAlarms(context, tier),
  retraining: ({ modelId, open, at }, { read, now }) => {
    const asOf = at === undefined ? undefined : toInstant(at, 'As of').slice(0, 10);
    // Of today, what the models' stages and health say counts as well.
    return readRetraining(read, { modelId, open, asOf: asOf === now.slice(0, 10) ? undefined : asOf }, now);
  },
  askRetraining: (input, context) => askRetraining(input, context),
  startRetraining: (input, context) => startRetraining(input, context),
  resolve: (input, context) => resolveRetraining(input, context),
  measure: (input, context) =>
    context.jobs.run(input.jobId, async (job) =>
      measureDrift(input, await storedBands(context, input.modelId), context, job),
    ),
  inspect: ({ file, encoding, jobId }, context) =>
    context.jobs.run(jobId, (job) => inspectFile(context.files.resolve(file), encoding, context.readers, job)),
};

const kindOf = ({ base, ...row }: DriftSeriesRow): SeriesKind => ({ ...row, base: baseOf(base) });
