import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import type { LiveEvent } from '#domain/models/live-versions';
import { VersionBar } from '../../../../components/versions/version-bar';
import { type Axis, versionLine } from '../../../../components/versions/version-line';
import { laneBars } from './thin-lane';
import { type Tick, ticksOf } from './time-ticks';
import styles from './timeline.module.css';

type Timeline = Output<'models.timeline'>;
type Span = Timeline['spans'][number];

const LANES = [
  ['retraining', 'Retraining'],
  ['drift', 'Drift'],
  ['incidents', 'Incidents'],
  ['challengers', 'Challengers'],
] as const satisfies readonly (readonly [Span['lane'], string])[];

/** What stands at the right end of a lane: what goes on today. */
function endOf(spans: readonly Span[]): string {
  const open = spans.filter(({ to, label }) => to === null && label !== '');
  const [first] = open;
  if (!first) return '';
  return open.length === 1 ? first.label : `${first.label} +${open.length - 1}`;
}

function Grid({ ticks }: { readonly ticks: readonly Tick[] }): ReactNode {
  return ticks.map(({ label, at }) => (
    <span key={`${label} ${at}`} className={styles.line} style={{ left: `${at * 100}%` }} />
  ));
}

interface PictureProps {
  readonly timeline: Timeline;
  readonly versions: readonly LiveEvent[];
  readonly axis: Axis;
  readonly today: string;
}

/** Versions, retraining, drift and incidents on one axis. The list below says the same in words. */
export function TimelinePicture({ timeline, versions, axis, today }: PictureProps): ReactNode {
  const ticks = ticksOf(axis);
  const line = versionLine(versions, axis, today);
  const inside = line.spans.filter(({ end }) => end > 0);
  const from = axis.from.slice(0, 10);
  // Without anything that has a day there is no axis.
  const spans = timeline.spans.filter(({ to }) => to === null || to.slice(0, 10) >= from);
  if (spans.length === 0 && inside.length === 0) return null;
  return (
    <div
      className={styles.picture}
      role="img"
      aria-label={`${timeline.finding}. ${timeline.counted}. The list below has the same in words.`}
    >
      <div className={styles.lane}>
        <span />
        <div className={styles.ticks}>
          {ticks.map(({ label, at }) => (
            <span key={`${label} ${at}`} style={{ left: `${at * 100}%` }}>
              {label}
            </span>
          ))}
        </div>
        <span />
      </div>
      {inside.length > 0 && (
        <div className={styles.lane}>
          <span className={styles.laneName}>Version live</span>
          <div className={styles.track}>
            <VersionBar line={{ ...line, spans: inside }} axis={axis} on={today} />
          </div>
          <span />
        </div>
      )}
      {LANES.map(([lane, name]) => {
        const own = spans.filter((span) => span.lane === lane);
        if (own.length === 0) return null;
        return (
          <div key={lane} className={styles.lane}>
            <span className={styles.laneName}>{name}</span>
            <div className={styles.track} data-lane={lane}>
              <Grid ticks={ticks} />
              {laneBars(own, axis, today).map(({ key, start, width, mark, open, title }) => (
                <div
                  key={key}
                  className={styles.bar}
                  data-lane={lane}
                  data-mark={mark ?? 'none'}
                  data-open={open}
                  title={title}
                  style={{ left: `${start * 100}%`, width: `${width * 100}%` }}
                />
              ))}
            </div>
            <span className={styles.laneEnd}>{endOf(own)}</span>
          </div>
        );
      })}
    </div>
  );
}
