import type { ModelTableRow, MoveRow } from './tables';

/** Those whose own approval does not open the gate: who built and runs the model, and who brought it into validation. */
export function authorsOf(
  model: Pick<ModelTableRow, 'developer' | 'technical_owner'>,
  moves: readonly MoveRow[],
): readonly string[] {
  const submitted = moves.findLast((move) => move.to_stage === 'validation');
  return [model.developer, model.technical_owner, submitted?.actor ?? ''].filter((name) => name !== '');
}
