import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InventoryPreview, Mapping } from '#contract/imports/imports';
import { formatNumber } from '../../../lib/format';
import { ProblemList } from '../problem-list';
import { ColumnsPanel } from './columns-panel';
import { SampleRows } from './sample-rows';

export type WorkTab = 'columns' | 'problems' | 'rows';

interface WorkPanelProps {
  readonly preview: InventoryPreview;
  readonly mapping: Mapping;
  readonly edit: (change: (mapping: Mapping) => Mapping) => void;
  readonly tab: WorkTab;
  readonly show: (tab: WorkTab) => void;
}

const TABS: readonly WorkTab[] = ['columns', 'problems', 'rows'];

/** What each column becomes, what is in the way, and the rows as they would be stored. */
export function WorkPanel({ preview, mapping, edit, tab, show }: WorkPanelProps): ReactNode {
  const first = preview.sample.length < preview.rows ? 'first ' : '';
  return (
    <section className="mf-panel mf-work" aria-label="Columns, problems and rows">
      <Tabs
        className="mf-work-tabs"
        value={tab}
        onChange={(value) => show(TABS.find((each) => each === value) ?? 'columns')}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="columns">Columns ({formatNumber(preview.columns.length)})</Tabs.Tab>
          <Tabs.Tab value="problems">Problems ({formatNumber(preview.problemsTotal)})</Tabs.Tab>
          <Tabs.Tab value="rows">
            Rows as stored ({first}
            {formatNumber(preview.sample.length)})
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="columns">
          <ColumnsPanel columns={preview.columns} mapping={mapping} edit={edit} />
        </Tabs.Panel>
        <Tabs.Panel value="problems">
          <ProblemList problems={preview.problems} total={preview.problemsTotal} groups={preview.problemsByCode} />
        </Tabs.Panel>
        <Tabs.Panel value="rows">
          <SampleRows rows={preview.sample} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
