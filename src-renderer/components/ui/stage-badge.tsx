import type { ReactNode } from 'react';
import { STAGE_LABELS, type Stage } from '#domain/vocabulary';
import './marks.css';

/** `deployed` stands apart: in production, and nobody watches it. */
const LIFE: Readonly<Record<Stage, 'before' | 'unwatched' | 'production' | 'retired'>> = {
  proposed: 'before',
  data_preparation: 'before',
  training: 'before',
  validation: 'before',
  deployed: 'unwatched',
  monitored: 'production',
  retraining: 'production',
  retired: 'retired',
};

export function StageBadge({ stage }: { readonly stage: Stage }): ReactNode {
  return (
    <span className="mf-stage" data-life={LIFE[stage]}>
      {STAGE_LABELS[stage]}
    </span>
  );
}
