import type { Input, Output } from '#contract/index';
import { GATE_LABELS } from '#domain/governance/vocabulary';
import { beforeProduction, stageLeft } from '#domain/models/approval-gate';
import { isInProduction } from '#domain/models/lifecycle';
import { listFallenGates } from '../../store/governance/gate-standings';
import { linesOn, readGateFacts } from '../../store/governance/gate-facts';
import { getModel } from '../../store/models/models';
import { listMoves, toLifecycleMove } from '../../store/models/moves';
import { getSettings } from '../../store/portfolio/settings';
import type { QueryContext } from '../context';

/** Before production: what the next step there would find. In production: whether what was asked still stands. */
export async function readGates(
  { modelId }: Input<'governance.gates'>,
  { read, now }: QueryContext,
): Promise<Output<'governance.gates'>> {
  const model = await getModel(read, modelId);
  const settings = await getSettings(read);
  const { deploymentGates: gates } = settings;
  const facts = (await readGateFacts(read, [model], gates)).get(modelId);
  const inProduction = isInProduction(model.stage);
  const [fallen] = inProduction ? await listFallenGates(read, settings, now.slice(0, 10), [modelId]) : [];
  const standing = fallen ? { kind: fallen.kind, since: fallen.since, words: [...fallen.words] } : null;
  if (facts === undefined) return { inProduction, lines: [], standing };
  const moves = (await listMoves(read, modelId)).map(toLifecycleMove);
  const lines = linesOn(gates, facts, now, stageLeft(inProduction ? beforeProduction(moves) : moves));
  return {
    inProduction,
    standing,
    lines: lines.map((line) => ({ ...line, label: GATE_LABELS[line.requirement], evidence: [...line.evidence] })),
  };
}
