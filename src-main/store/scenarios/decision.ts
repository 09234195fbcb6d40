import type { LevelThresholds } from '#domain/level/level-thresholds';
import { startDecision } from '#domain/scenarios/options/decide';
import type { DecisionAnswer } from '#domain/scenarios/options/decision-answer';
import { type OptionsPlan, optionsQuestion } from '#domain/scenarios/options/options-question';

/** A portfolio has a handful of plans, and each is asked about by overview, reports and pages. */
const MOST_KEPT = 20;
/** Runs between two turns of the engine. */
const PORTION = 500;

const kept = new Map<string, Promise<DecisionAnswer>>();

async function workedOut(plan: OptionsPlan, thresholds: LevelThresholds): Promise<DecisionAnswer> {
  const { simulation, answer } = startDecision({ ...optionsQuestion(plan), thresholds });
  while (simulation && simulation.done() < simulation.runs) {
    simulation.advance(PORTION);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return answer();
}

/**
 * What the options of a plan come to, as every surface says it: over the plan's own years, with the staged path and the
 * plan's own runs. Ten thousand runs take a good part of a second, so the answer is kept for as long as the plan says the
 * same.
 */
export function decisionOf(plan: OptionsPlan, thresholds: LevelThresholds): Promise<DecisionAnswer> {
  const name = JSON.stringify([optionsQuestion(plan), thresholds]);
  const known = kept.get(name);
  if (known) return known;
  for (const oldest of kept.keys()) {
    if (kept.size < MOST_KEPT) break;
    kept.delete(oldest);
  }
  const made = workedOut(plan, thresholds);
  kept.set(name, made);
  made.catch(() => kept.delete(name));
  return made;
}
