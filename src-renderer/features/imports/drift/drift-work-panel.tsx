import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DriftMapping, DriftPreview } from '#contract/drift/import';
import { formatNumber } from '../../../lib/format';
import { ProblemList } from '../problem-list';
import { DriftColumns } from './drift-columns';
import { DriftModels } from './drift-models';
import { DriftSeriesTable } from './drift-series-table';

export type DriftTab = 'models' | 'series' | 'columns' | 'problems';
const TABS: readonly DriftTab[] = ['models', 'series', 'columns', 'problems'];

interface DriftWorkPanelProps {
  readonly preview: DriftPreview;
  readonly mapping: DriftMapping;
  readonly edit: (change: (mapping: DriftMapping) => DriftMapping) => void;
  readonly tab: DriftTab;
  readonly show: (tab: DriftTab) => void;
}

/** Whose the results are, series by series, and what is in the way. */
export function DriftWorkPanel({ preview, mapping, edit, tab, show }: DriftWorkPanelProps): ReactNode {
  return (
    <section className="mf-panel mf-work" aria-label="Models, series and problems">
      <Tabs
        className="mf-work-tabs"
        value={tab}
        onChange={(value) => show(TABS.find((each) => each === value) ?? 'models')}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="models">Models ({formatNumber(preview.subjects.length)})</Tabs.Tab>
          <Tabs.Tab value="series">Series ({formatNumber(preview.seriesTotal)})</Tabs.Tab>
          {preview.mapping.columns.length > 0 ? (
            <Tabs.Tab value="columns">Columns ({formatNumber(preview.columns.length)})</Tabs.Tab>
          ) : null}
          <Tabs.Tab value="problems">Problems ({formatNumber(preview.problemsTotal)})</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="models">
          <DriftModels subjects={preview.subjects} timeless={preview.time === 'missing'} edit={edit} />
        </Tabs.Panel>
        <Tabs.Panel value="series">
          <DriftSeriesTable series={preview.series} subjects={preview.subjects} />
        </Tabs.Panel>
        <Tabs.Panel value="columns">
          <DriftColumns columns={preview.columns} mapping={mapping} edit={edit} />
        </Tabs.Panel>
        <Tabs.Panel value="problems">
          <ProblemList problems={preview.problems} total={preview.problemsTotal} groups={preview.problemsByCode} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
