import { useMemo, useState } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { demandLoad } from '#domain/assessments/demand-load';
import { governanceTarget } from '#domain/assessments/score';
import { type LevelPath, whenLevelChanges } from '#domain/level/level-path';
import { type Recommendation, recommendLevel } from '#domain/level/level-recommendation';
import type { MaturityLevel } from '#domain/vocabulary';
import { type LevelMatrix, levelMatrix } from '../../../components/level/level-matrix';
import { growthAdditions, type PlanPoint, planPoints } from '../../../components/level/plan-points';
import { localDay } from '../../../lib/local-day';
import type { Demand } from './assessment-types';
import { readStart, type StartDraft, type StartReading } from './start-form';

export interface StartAnswer extends StartReading {
  readonly recommendation: Recommendation;
  readonly points: readonly PlanPoint[];
  readonly path: LevelPath;
  readonly matrix: LevelMatrix;
}

/** The recommendation for what stands in the fields, computed as they change. */
export function useStartAnswer(draft: StartDraft, demand: Demand, settings: Settings): StartAnswer {
  return useMemo(() => {
    const reading = readStart(draft, demand);
    const { inputs } = reading;
    const { levelThresholds: thresholds, updatesPerYear } = settings;
    const { models } = inputs;
    const from = localDay(new Date()).slice(0, 7);
    const { load, unknown: unknownFrequency } = demandLoad(inputs);
    const points = planPoints(inputs, from);
    // Models without a known pace have a column on the matrix, but no row.
    const unplaced = inputs.growthModels === 0 || unknownFrequency >= models || reading.paceUnknown.growth;
    const plan = unplaced ? [] : points.slice(1);
    return {
      ...reading,
      recommendation: recommendLevel({
        models,
        load,
        unknownFrequency,
        updatesPerYear,
        thresholds,
        told: inputs.source === 'typed' ? 'stated' : 'noted',
        recorded: demand.recorded,
      }),
      points,
      path: whenLevelChanges({ models, load, additions: growthAdditions(inputs, from), thresholds, from }),
      matrix: levelMatrix({ thresholds, updatesPerYear, models, load, unknownFrequency, when: 'Today', plan }),
    };
  }, [draft, demand, settings]);
}

export interface StartTarget {
  readonly target: MaturityLevel;
  readonly governance: MaturityLevel;
  readonly setTarget: (target: MaturityLevel) => void;
  /** Still the recommended one. */
  readonly recommended: boolean;
}

/** The target follows the recommendation until somebody chooses another. */
export function useStartTarget(level: MaturityLevel | null, highRisk: boolean): StartTarget {
  const [chosen, setTarget] = useState<MaturityLevel | null>(null);
  const target = chosen ?? level ?? 1;
  return { target, governance: governanceTarget(target, highRisk), setTarget, recommended: target === level };
}
