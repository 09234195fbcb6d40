import { type ReactNode, useMemo } from 'react';
import { useChannel } from '../../../client/use-query';
import { Chart } from '../../../components/chart/chart';
import { nothingToShow } from '../../../components/chart/chart-types';
import { Panel } from '../../../components/ui/panel';
import { binsChart, movedWords } from './charts/bins-chart';
import styles from './monitoring.module.css';
import type { DriftSeries } from './monitoring-types';
import { columnName, sayTime } from './series-words';

/** What changed between reference and current: both histograms of the newest result that carries them. */
export function DistributionPanel({ series }: { readonly series: DriftSeries }): ReactNode {
  const { data } = useChannel('drift.distribution', { seriesId: series.id }, { keepPrevious: false });
  const content = useMemo(() => {
    if (!data) return nothingToShow('Reading the distributions …');
    return data.found ? binsChart(data.found) : nothingToShow(data.reason ?? 'There is no distribution to show.');
  }, [data]);
  const found = data?.found ?? null;
  return (
    <Panel
      title={found ? `What moved, ${sayTime(Date.parse(found.at))}` : 'What moved'}
      hint={found ? movedWords(found) : 'Reference against current, bin by bin'}
    >
      {found ? (
        <p className={styles.keyLine}>
          <span className={styles.referenceKey} aria-hidden="true" /> reference
          <span className={styles.currentKey} aria-hidden="true" /> current, share of rows
        </p>
      ) : null}
      <Chart title={`${columnName(series.column)}: reference and current`} content={content} height={250} />
    </Panel>
  );
}
