import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { DRIFT_VERDICT_LABELS } from '#domain/drift/vocabulary';
import { useChannel } from '../../../client/use-query';
import { Chart } from '../../../components/chart/chart';
import type { LinesZoom } from '../../../components/chart/lines-spec';
import { Panel } from '../../../components/ui/panel';
import { Loading } from '../../../components/ui/states';
import { StatusMark } from '../../../components/ui/status-mark';
import { type ShownSeries, seriesChart } from './charts/series-chart';
import styles from './monitoring.module.css';
import type { DriftSeries, Timeline } from './monitoring-types';
import { columnName, newestOf, sayMethod, sayOtherJudges, saySizes, sayTime } from './series-words';
import { useShownSeries } from './use-shown-series';
import { isWhole, lastDays, moved, wholeRange, zoomed } from './zoom-range';

interface SeriesPanelProps {
  readonly modelId: string;
  readonly series: DriftSeries;
  /** Other series of the same column. */
  readonly others: readonly DriftSeries[];
  /** The one it is compared with. */
  readonly withId: number | null;
  readonly onWith: (id: number | null) => void;
  readonly timeline: Timeline | null;
  readonly gapDays: number;
}

/** One series large, zoomed and moved, with another tool's beside it where the two may be compared. */
export function SeriesPanel(props: SeriesPanelProps): ReactNode {
  const { modelId, series, others, withId, onWith, timeline, gapDays } = props;
  const [zoom, setZoom] = useState<LinesZoom | null>(null);
  const other = others.find(({ id }) => id === withId) ?? null;
  const { data: verdict } = useChannel(
    'drift.comparable',
    { a: series.id, b: other?.id ?? series.id },
    {
      enabled: other !== null,
      keepPrevious: false,
    },
  );
  const main = useShownSeries(modelId, series, zoom);
  const second = useShownSeries(modelId, other, zoom);
  const title = `${columnName(series.column)}: ${series.label}`;
  return (
    <Panel
      title={title}
      hint={`${sayMethod(series)}. ${saySizes(series)}. ${sayOtherJudges(series, others)}`}
      actions={<Verdict series={series} />}
    >
      {main === null ? (
        <Loading rows={10} label="Reading the series" />
      ) : (
        <Charts
          title={title}
          main={main}
          second={second}
          together={verdict?.comparable ?? null}
          reasons={verdict?.reasons ?? []}
          timeline={timeline}
          gapDays={gapDays}
          zoom={zoom}
          setZoom={setZoom}
          chooser={
            others.length === 0 ? null : (
              <NativeSelect
                aria-label="Compare with"
                value={withId === null ? '' : String(withId)}
                data={[
                  { value: '', label: 'Compare with …' },
                  ...others.map(({ id, label, source }) => ({ value: String(id), label: `${label}, ${source}` })),
                ]}
                onChange={({ currentTarget: { value } }) => onWith(value === '' ? null : Number(value))}
              />
            )
          }
        />
      )}
    </Panel>
  );
}

/** Of the newest result, with its day: a silent model's is old. */
function Verdict({ series }: { readonly series: DriftSeries }): ReactNode {
  const newest = newestOf(series);
  if (newest === null) return null;
  const { verdict, at } = newest;
  const words = `${DRIFT_VERDICT_LABELS[verdict]}, ${sayTime(Date.parse(at))}`;
  if (verdict === 'none' || verdict === 'too_few_rows') return <span className="mf-muted">{words}</span>;
  return <StatusMark status={verdict} label={words} />;
}

interface ChartsProps {
  readonly title: string;
  readonly main: ShownSeries;
  readonly second: ShownSeries | null;
  /** `null`: nothing to compare, or not known yet. */
  readonly together: boolean | null;
  readonly reasons: readonly string[];
  readonly timeline: Timeline | null;
  readonly gapDays: number;
  readonly zoom: LinesZoom | null;
  readonly setZoom: (zoom: LinesZoom | null) => void;
  readonly chooser: ReactNode;
}

function Charts(props: ChartsProps): ReactNode {
  const { title, main, second, together, reasons, timeline, gapDays, zoom, setZoom, chooser } = props;
  const [now] = useState(Date.now);
  const range = useMemo(
    () =>
      wholeRange(
        main.points.map(({ at }) => at),
        now,
      ),
    [main.points, now],
  );
  const shown = zoom ?? range;
  const onZoom = (next: LinesZoom): void => setZoom(isWhole(range, next) ? null : next);
  const content = useMemo(
    () => seriesChart({ main, other: together === true ? second : null, timeline, range, zoom: shown, gapDays }),
    [main, second, together, timeline, range, shown, gapDays],
  );
  const apart = useMemo(
    () =>
      second === null || together !== false
        ? null
        : seriesChart({ main: second, other: null, timeline: null, range, zoom: shown, gapDays }),
    [second, together, range, shown, gapDays],
  );
  return (
    <>
      <div className={styles.tools}>
        {chooser}
        <span className={styles.spring} />
        <Zoom range={range} zoom={shown} onZoom={onZoom} />
      </div>
      <Chart title={title} content={content} height={300} onZoom={onZoom} />
      {apart === null || second === null ? null : (
        <div className={styles.apart}>
          <p>
            <strong>{`Not on one axis: ${second.series.label} of ${second.series.source}.`}</strong> {reasons.join(' ')}
          </p>
          <Chart
            title={`${columnName(second.series.column)}: ${second.series.label}, ${second.series.source}`}
            content={apart}
            height={220}
            onZoom={onZoom}
          />
        </div>
      )}
      <p className={styles.how}>
        Drag to move, Ctrl and the wheel to zoom. ◆ act, ▲ watch, ○ too few rows for a verdict; below the noise line a
        figure says nothing at these sizes. A break in the line is time without results.
      </p>
    </>
  );
}

interface ZoomProps {
  readonly range: LinesZoom;
  readonly zoom: LinesZoom;
  readonly onZoom: (zoom: LinesZoom) => void;
}

/** Zoom and move by buttons, for hands without a mouse. */
function Zoom({ range, zoom, onZoom }: ZoomProps): ReactNode {
  const whole = isWhole(range, zoom);
  const steps: readonly (readonly [label: string, name: string, to: LinesZoom, off: boolean])[] = [
    ['30 days', 'Show the last 30 days', lastDays(range, 30), false],
    ['90 days', 'Show the last 90 days', lastDays(range, 90), false],
    ['Year', 'Show the last year', lastDays(range, 365), false],
    ['All', 'Show all', range, whole],
    ['+', 'Zoom in', zoomed(range, zoom, 0.5), false],
    ['−', 'Zoom out', zoomed(range, zoom, 2), whole],
    ['‹', 'Earlier', moved(range, zoom, -0.5), whole || zoom.from <= range.from],
    ['›', 'Later', moved(range, zoom, 0.5), whole || zoom.to >= range.to],
  ];
  return (
    <Button.Group>
      {steps.map(([label, name, to, off]) => (
        <Button
          key={label}
          variant="default"
          size="compact-sm"
          aria-label={name}
          disabled={off}
          onClick={() => onZoom(to)}
        >
          {label}
        </Button>
      ))}
    </Button.Group>
  );
}
