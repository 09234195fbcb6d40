import type { ReactNode } from 'react';
import { STAGE_LABELS } from '#domain/vocabulary';
import { Panel } from '../../../components/ui/panel';
import { DateText } from '../../../components/ui/text';
import styles from './model.module.css';
import type { History, Model, Move } from './model-types';
import { placeText, refusedElsewhere, refusedSentence } from './provenance';
import { stageTrack } from './stage-track';
import { StageTrackView } from './stage-track-view';

function MoveRow({ move }: { readonly move: Move }): ReactNode {
  return (
    <tr>
      <td>
        {move.from === null ? 'Began as ' : `${STAGE_LABELS[move.from]} → `}
        <strong>{STAGE_LABELS[move.to]}</strong>
        {move.version !== '' && <> with version {move.version}</>}
        {move.correction && <span className={styles.chip}>correction</span>}
      </td>
      <td className={styles.nowrap}>
        <DateText value={move.at} precision={move.precision} unknown="date not known" />
      </td>
      <td>{move.actor}</td>
      <td className={styles.wrapText}>{move.reason}</td>
    </tr>
  );
}

function Moves({ moves }: { readonly moves: readonly Move[] }): ReactNode {
  return (
    <table className={`mf-table ${styles.moves}`}>
      <thead>
        <tr>
          <th scope="col">Move, newest first</th>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">Reason</th>
        </tr>
      </thead>
      <tbody>
        {[...moves].reverse().map((move) => (
          <MoveRow key={move.id} move={move} />
        ))}
      </tbody>
    </table>
  );
}

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
      {history !== undefined && <Moves moves={history.moves} />}
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
