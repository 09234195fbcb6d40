import type { z } from 'zod';
import type { drift } from '#contract/drift/results';
import type { BandTable } from '#contract/drift/views';
import { bandDirection, bandInForce, bandProblem } from '#domain/drift/bands';
import type { MeasureOptions } from '#domain/drift/measure-column';
import { DRIFT_METRICS, driftMetricSpec, FEWEST_ROWS, MEASURED_METRICS } from '#domain/drift/vocabulary';
import { nextThresholdsVersion } from '#domain/level/thresholds-version';
import { DomainError } from '../../failure/domain-error';
import { getDriftRules, listBandOverrides, putBand, updateDriftRules } from '../../store/drift/rules';
import { countSeries } from '../../store/drift/series';
import type { ReadHandle, WriteHandle } from '../../store/journal/handle';
import { asTier } from '../../store/models/cells';
import { getModel, listModelsById } from '../../store/models/models';
import type { CommandContext, QueryContext } from '../context';

type BandChange = z.output<typeof drift.setBand.input>;

export async function readBandTable(read: ReadHandle): Promise<BandTable> {
  const rules = await getDriftRules(read);
  const overrides = await listBandOverrides(read);
  const series = await countSeries(read);
  const ownIds = overrides.flatMap(({ modelId }) => (modelId === null ? [] : [modelId]));
  const names = new Map((await listModelsById(read, ownIds)).map((model) => [model.id, model.name]));
  const metrics = [
    ...new Set([...Object.keys(DRIFT_METRICS), ...series.keys(), ...overrides.map((one) => one.metric)]),
  ];
  return {
    ...rules,
    fewestRows: FEWEST_ROWS,
    metrics: metrics.map((metric) => {
      const { label, bands: defaults } = driftMetricSpec(metric);
      const own = overrides.find((one) => one.metric === metric && one.modelId === null && one.tier === null);
      const bands = own?.bands ?? defaults;
      const direction = bandDirection(metric, bands);
      return { metric, label, direction, bands, defaults, changed: own !== undefined, series: series.get(metric) ?? 0 };
    }),
    overrides: overrides
      .filter(({ modelId, tier }) => modelId !== null || tier !== null)
      .map(({ metric, modelId, tier, bands }) => ({
        metric,
        label: driftMetricSpec(metric).label,
        tier,
        modelId,
        model: modelId === null ? null : (names.get(modelId) ?? null),
        bands,
      })),
  };
}

export function changeBand(change: BandChange, context: CommandContext): Promise<BandTable> {
  const { metric, tier, modelId, bands } = change;
  if (tier !== null && modelId !== null)
    throw new DomainError('invalid_input', 'A band belongs to a tier or to a model, not to both. Give one of the two.');
  const problem = bands && bandProblem(metric, bands);
  if (problem) throw new DomainError('invalid_input', problem);
  return context.write(async (write) => {
    const whose = await sayScope(write.read, change);
    const before = JSON.stringify(await listBandOverrides(write.read));
    await putBand(write, { metric, tier, modelId }, bands);
    if (JSON.stringify(await listBandOverrides(write.read)) !== before) await countVersion(write, context.now);
    const verb = bands === null ? 'Reset' : 'Change';
    return {
      label: `${verb} the band of ${driftMetricSpec(metric).label}${whose}`,
      value: await readBandTable(write.read),
    };
  });
}

export function changeRules(windows: number, context: CommandContext): Promise<BandTable> {
  return context.write(async (write) => {
    const rules = await getDriftRules(write.read);
    if (rules.retrainingWindows !== windows) {
      const version = nextThresholdsVersion(rules.version, context.now);
      await updateDriftRules(write, { version, retrainingWindows: windows });
    }
    return { label: 'Change when retraining is due', value: await readBandTable(write.read) };
  });
}

async function sayScope(read: ReadHandle, { tier, modelId }: BandChange): Promise<string> {
  if (modelId !== null) return ` for “${(await getModel(read, modelId)).name}”`;
  return tier === null ? '' : ` for tier ${tier}`;
}

async function countVersion(write: WriteHandle, now: string): Promise<void> {
  const rules = await getDriftRules(write.read);
  await updateDriftRules(write, { ...rules, version: nextThresholdsVersion(rules.version, now) });
}

/** The bands that the open portfolio has changed, for a model or as a whole; none where no portfolio is open. */
export async function storedBands(
  { workspace }: Pick<QueryContext, 'workspace'>,
  modelId: string | undefined,
): Promise<MeasureOptions['bands']> {
  // With a model named, a portfolio has to be open: `store()` says so.
  const store = modelId === undefined ? workspace.current() : workspace.store();
  if (!store) return {};
  const overrides = await listBandOverrides(store.read);
  const model = modelId === undefined ? { id: '', tier: null } : await getModel(store.read, modelId);
  return Object.fromEntries(
    MEASURED_METRICS.flatMap((metric) => {
      const { bands, from } = bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, metric);
      return bands === null || from === 'default' ? [] : [[metric, bands]];
    }),
  );
}
