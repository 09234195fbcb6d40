import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IncidentMapping, IncidentsPreview } from '#contract/incidents/import';
import { formatNumber } from '../../../lib/format';
import { ProblemList } from '../problem-list';
import { IncidentColumns } from './incident-columns';
import { IncidentModels } from './incident-models';
import { IncidentSamples } from './incident-samples';
import { IncidentWords } from './incident-words';

export const INCIDENT_TABS = ['incidents', 'words', 'models', 'columns', 'problems'] as const;
export type IncidentTab = (typeof INCIDENT_TABS)[number];

interface IncidentWorkPanelProps {
  readonly preview: IncidentsPreview;
  readonly mapping: IncidentMapping;
  readonly edit: (change: (mapping: IncidentMapping) => IncidentMapping) => void;
  readonly tab: IncidentTab;
  readonly show: (tab: IncidentTab) => void;
}

/** The incidents as read, what the file's words and models mean, and what is in the way. */
export function IncidentWorkPanel({ preview, mapping, edit, tab, show }: IncidentWorkPanelProps): ReactNode {
  const first = preview.sample.length < preview.incidents ? 'first ' : '';
  return (
    <section className="mf-panel mf-work" aria-label="Incidents, words, models, columns and problems">
      <Tabs
        className="mf-work-tabs"
        value={tab}
        onChange={(value) => show(INCIDENT_TABS.find((each) => each === value) ?? 'incidents')}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="incidents">
            As read ({first}
            {formatNumber(preview.sample.length)})
          </Tabs.Tab>
          <Tabs.Tab value="words">Words ({formatNumber(preview.mappedValues.length)})</Tabs.Tab>
          <Tabs.Tab value="models">Models ({formatNumber(preview.models.length)})</Tabs.Tab>
          <Tabs.Tab value="columns">Columns ({formatNumber(preview.columns.length)})</Tabs.Tab>
          <Tabs.Tab value="problems">Problems ({formatNumber(preview.problemsTotal)})</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="incidents">
          <IncidentSamples rows={preview.sample} />
        </Tabs.Panel>
        <Tabs.Panel value="words">
          <IncidentWords values={preview.mappedValues} edit={edit} />
        </Tabs.Panel>
        <Tabs.Panel value="models">
          <IncidentModels preview={preview} mapping={mapping} edit={edit} />
        </Tabs.Panel>
        <Tabs.Panel value="columns">
          <IncidentColumns columns={preview.columns} mapping={mapping} edit={edit} />
        </Tabs.Panel>
        <Tabs.Panel value="problems">
          <ProblemList problems={preview.problems} total={preview.problemsTotal} groups={preview.problemsByCode} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
