import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useChannel } from '../../../client/use-query';
import { runCommand, useCommands } from '../../../commands/registry';
import { ChartTableView } from '../../../components/chart/chart-table-view';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import { formatCount, formatNumber } from '../../../lib/format';
import { mapPicture } from './charts/map-picture';
import { Findings, SHOWN } from './findings';
import { headlineModels, monitoringHeadline, monitoringSubline } from './headline';
import { HeatMap } from './heat-map';
import mapStyles from './heat-map.module.css';
import { MapFilters } from './map-filters';
import { MapKey } from './map-key';
import { MapMenu } from './map-menu';
import { mapRange } from './map-range';
import { fittingRows, foldedRows, NO_FILTER, unitsOf } from './map-rows';
import styles from './monitoring.module.css';
import type { CellWord, Heatmap } from './monitoring-types';
import { type MapView, useMapView } from './use-map-view';

/** Models beyond this are cut off after the sort: the page says so. */
const MOST_MODELS = 10_000;

function NothingYet(): ReactNode {
  const navigate = useNavigate();
  return (
    <EmptyState
      title="No drift result has been recorded yet"
      action={{ label: 'Import results', run: () => runCommand('file.import') }}
      other={{ label: 'Measure drift here', run: () => void navigate({ to: '/monitoring/measure' }) }}
    >
      This page shows which models drifted and which went silent: every model week by week, the worst verdict of each.
      Bring in what Evidently, NannyML, whylogs or a plain table has measured, or measure two files here.
    </EmptyState>
  );
}

function wordsIn(map: Heatmap): ReadonlySet<CellWord> {
  return new Set([...new Set(map.cells)].map((code) => map.verdicts[code] ?? 'empty'));
}

function MapPanel({ map, view }: { readonly map: Heatmap; readonly view: MapView }): ReactNode {
  const navigate = useNavigate();
  const { filter, bucket } = view;
  const rows = useMemo(() => fittingRows(map, filter), [map, filter]);
  const [asTable, setAsTable] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const { shown: measured, without } = useMemo(() => foldedRows(map, rows, filter), [map, rows, filter]);
  const words = useMemo(() => wordsIn(map), [map]);
  const shown = rows.length === map.models.length ? '' : `${formatNumber(rows.length)} of `;
  const cut = map.total > map.models.length ? `, the most urgent of ${formatNumber(map.total)}` : '';
  const title = `Worst verdict by ${bucket}`;
  return (
    <Panel
      actions={
        <MapMenu title={title} map={map} rows={rows} bucket={bucket} asTable={asTable} setAsTable={setAsTable} />
      }
      title={`${shown}${formatCount(map.models.length, 'model')} by ${bucket}${cut}`}
      hint={`The worst verdict of each ${bucket}, the most urgent model first. Arrow keys move, Enter opens the model.`}
    >
      {rows.length === 0 ? (
        <EmptyState
          heading="h2"
          title="No model fits"
          action={{ label: 'Clear the filters', run: () => view.setFilter(NO_FILTER) }}
        >
          No model of the map has this name, unit, tier and health together.
        </EmptyState>
      ) : asTable ? (
        <ChartTableView table={mapPicture(map, rows, bucket).table} caption={title} height={560} />
      ) : (
        <>
          <HeatMap
            // Another kind of column begins at its newest again.
            key={bucket}
            map={map}
            rows={unfolded ? [...measured, ...without] : measured}
            bucket={bucket}
            onOpen={(modelId) => void navigate({ to: '/monitoring/$modelId', params: { modelId } })}
          />
          {without.length > 0 && (
            <p className={mapStyles.fold}>
              {formatCount(without.length, 'model')} {without.length === 1 ? 'has' : 'have'} sent no result yet.{' '}
              <Button
                variant="subtle"
                size="compact-sm"
                aria-expanded={unfolded}
                onClick={() => setUnfolded(!unfolded)}
              >
                {unfolded ? 'Fold their rows' : without.length === 1 ? 'Show its row' : 'Show their rows'}
              </Button>
            </p>
          )}
        </>
      )}
      <MapKey words={words} tool={map.toolDrift.includes(1)} />
    </Panel>
  );
}

/** What drifted and what went silent, across the portfolio. */
export function MonitoringPage(): ReactNode {
  const view = useMapView();
  const navigate = useNavigate();
  const { bucket, until, today } = view;
  const range = useMemo(() => mapRange(bucket, until), [bucket, until]);
  const { data: map, error, refetch } = useChannel('drift.heatmap', { ...range, bucket, limit: MOST_MODELS });
  // The map says all that the headline needs: it is shown before the lists beside it are read.
  const { data: drifted } = useChannel('drift.health', { health: ['act'], limit: SHOWN });
  const { data: silent } = useChannel('drift.health', { health: ['silent'], limit: SHOWN });
  const { data: retraining } = useChannel('drift.retraining', {});
  const { data: alarms } = useChannel('drift.falseAlarms', {});
  useCommands([
    { id: 'monitoring.week', label: 'Heat map by week', group: 'View', run: () => view.setBucket('week') },
    { id: 'monitoring.month', label: 'Heat map by month', group: 'View', run: () => view.setBucket('month') },
    { id: 'monitoring.quarter', label: 'Heat map by quarter', group: 'View', run: () => view.setBucket('quarter') },
    {
      id: 'monitoring.bands',
      label: 'Change when a figure counts as drift',
      group: 'Edit',
      run: () => void navigate({ to: '/settings' }),
    },
  ]);

  if (error !== null && map === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (map === undefined) return <Loading rows={14} label="Reading the drift results" />;
  if (map.lastResult.every((last) => last === null)) return <NothingYet />;
  return (
    <>
      <PageHeader
        headline={monitoringHeadline(headlineModels(map), today)}
        subline={monitoringSubline(map.health, alarms)}
      />
      <MapFilters view={view} units={unitsOf(map)} />
      <div className={styles.page}>
        <MapPanel map={map} view={view} />
        {drifted === undefined || silent === undefined || retraining === undefined ? (
          <Loading rows={10} label="Reading what drifted" />
        ) : (
          <Findings
            map={map}
            drifted={drifted}
            silent={silent}
            retraining={retraining.items}
            counts={retraining.counts}
            lead={retraining.lead}
            onHealth={(health) => view.setFilter({ ...NO_FILTER, health })}
          />
        )}
      </div>
    </>
  );
}
