import type { ReactNode } from 'react';
import { type Monitoring, STAGE_LABELS, type Stage } from '#domain/vocabulary';
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

const DEPLOYED_TITLES: Readonly<Record<Monitoring, string>> = {
  monitored: 'Deployed; its drift results come in time, so it is watched',
  not_monitored: 'Deployed and not monitored',
  unknown: 'Deployed; nobody has said whether it is monitored',
};

interface StageBadgeProps {
  readonly stage: Stage;
  /** Of a deployed model: `unknown` where nobody has said, `monitored` where its drift results show it. */
  readonly monitoring?: Monitoring | null;
}

export function StageBadge({ stage, monitoring = null }: StageBadgeProps): ReactNode {
  const said = stage === 'deployed' ? monitoring : null;
  return (
    <span
      className="mf-stage"
      data-life={said === 'monitored' ? 'production' : said === 'unknown' ? 'unsaid' : LIFE[stage]}
      {...(said !== null && { title: DEPLOYED_TITLES[said] })}
    >
      {STAGE_LABELS[stage]}
      {said === 'unknown' && (
        <>
          <span aria-hidden="true"> ?</span>
          <span className="mf-hidden">, not known whether monitored</span>
        </>
      )}
    </span>
  );
}
