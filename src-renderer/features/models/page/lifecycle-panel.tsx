import type { ReactNode } from 'react';
import { Panel } from '../../../components/ui/panel';
import styles from './model.module.css';
import type { History, Model } from './model-types';
import { placeText, refusedElsewhere, refusedSentence } from './provenance';
import { stageTrack } from './stage-track';
import { StageTrackView } from './stage-track-view';

interface LifecyclePanelProps {
  readonly model: Model;
  /** `undefined` while it is fetched: the track then shows the present stage only. */
  readonly history: History | undefined;
}

/** Where the model is in its life and how it came there. */
export function LifecyclePanel({ model, history }: LifecyclePanelProps): ReactNode {
  const refused = refusedElsewhere(model.provenance);
  return (
    <Panel title="Lifecycle" hint="The last entry into each stage; a move without a date stays without one">
      <StageTrackView stops={stageTrack(history?.moves ?? [], model.stage)} />
      {refused.map((origin) => (
        <p
          key={`${origin.importId} ${origin.row} ${origin.column} ${origin.field}`}
          className={styles.refused}
          title={placeText(origin)}
        >
          {refusedSentence(origin)}
        </p>
      ))}
    </Panel>
  );
}
