import type { Input, Output } from '#contract/index';
import { GATE_LABELS } from '#domain/governance/vocabulary';
import { beforeProduction, stageLeft } from '#domain/models/approval-gate';
import { isInProduction } from '#domain/models/lifecycle';
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
  const { deploymentGates: gates } = await getSettings(read);
  const facts = (await readGateFacts(read, [model], gates)).get(modelId);
  const inProduction = isInProduction(model.stage);
  if (facts === undefined) return { inProduction, lines: [] };
  const moves = (await listMoves(read, modelId)).map(toLifecycleMove);
  const lines = linesOn(gates, facts, now, stageLeft(inProduction ? beforeProduction(moves) : moves));
  return {
    inProduction,
    lines: lines.map((line) => ({ ...line, label: GATE_LABELS[line.requirement], evidence: [...line.evidence] })),
  };
}
