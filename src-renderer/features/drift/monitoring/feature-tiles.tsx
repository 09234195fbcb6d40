import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DRIFT_VERDICT_LABELS } from '#domain/drift/vocabulary';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { StatusMark } from '../../../components/ui/status-mark';
import { formatFigure, formatNumber } from '../../../lib/format';
import styles from './monitoring.module.css';
import type { DriftSeries } from './monitoring-types';
import { byVerdict, columnName, newestOf } from './series-words';
import { SPARK, sparkPath, sparkScale } from './spark';

/** Enough to see the shape at the size of a tile. */
const TILE_POINTS = 120;
/** More than this are drawn when asked for. */
const FIRST = 24;

interface FeatureTilesProps {
  readonly modelId: string;
  readonly metric: string;
  readonly label: string;
  readonly chosen: number;
  readonly onChoose: (id: number) => void;
}

/** The same figure of every feature, small: on one scale, so that tiles can be compared. */
export function FeatureTiles({ modelId, metric, label, chosen, onChoose }: FeatureTilesProps): ReactNode {
  const [all, setAll] = useState(false);
  const { data } = useChannel('drift.series', { modelId, metric, points: TILE_POINTS });
  const series = [...(data?.series ?? [])].filter((one) => one.metric === metric).sort(byVerdict);
  if (series.length < 2) return null;
  const top = sparkScale(series);
  const shown = all ? series : series.slice(0, FIRST);
  const tools = new Set(series.map(({ source }) => source)).size;
  return (
    <Panel
      title={`${label} of ${formatNumber(series.length)} series`}
      hint="All on one scale, the worst first; the dashed lines are watch and act. Choose one to see it large."
    >
      <ul className={styles.tiles}>
        {shown.map((one) => (
          <li key={one.id}>
            <Tile series={one} top={top} withTool={tools > 1} chosen={one.id === chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {series.length > shown.length ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {`Show all ${formatNumber(series.length)}`}
        </Button>
      ) : null}
    </Panel>
  );
}

interface TileProps {
  readonly series: DriftSeries;
  readonly top: number;
  readonly withTool: boolean;
  readonly chosen: boolean;
  readonly onChoose: (id: number) => void;
}

function Tile({ series, top, withTool, chosen, onChoose }: TileProps): ReactNode {
  const newest = newestOf(series);
  const verdict = newest?.verdict ?? 'none';
  const level = (value: number): number => SPARK.height - (Math.min(value, top) / top) * SPARK.height;
  const judged = verdict === 'act' || verdict === 'watch' || verdict === 'ok';
  return (
    <button type="button" className={styles.tile} aria-pressed={chosen} onClick={() => onChoose(series.id)}>
      <span className={styles.tileHead}>
        <span className="mf-cut" title={columnName(series.column)}>
          {columnName(series.column)}
        </span>
        <span>{newest?.value == null ? '–' : formatFigure(newest.value)}</span>
      </span>
      <svg
        className={styles.spark}
        viewBox={`0 0 ${SPARK.width} ${SPARK.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {series.bands ? (
          <>
            <line x1="0" x2={SPARK.width} y1={level(series.bands.act)} y2={level(series.bands.act)} data-line="act" />
            <line
              x1="0"
              x2={SPARK.width}
              y1={level(series.bands.watch)}
              y2={level(series.bands.watch)}
              data-line="watch"
            />
          </>
        ) : null}
        <path d={sparkPath(series, top)} />
      </svg>
      <span className={styles.tileFoot}>
        {judged ? <StatusMark status={verdict} /> : <span className="mf-muted">{DRIFT_VERDICT_LABELS[verdict]}</span>}
        {withTool ? <span className="mf-muted">{series.source}</span> : null}
      </span>
    </button>
  );
}
