import { type ReactNode, useCallback, useState } from 'react';
import type { IncidentMapping, IncidentsPreview } from '#contract/incidents/import';
import { formatCount, formatNumber } from '../../../lib/format';
import { applyLabel, previewHeadline, readingLine } from '../import-words';
import { OutcomePanel } from '../outcome-panel';
import { problemsTab } from '../problems-tab';
import { ReadyFrame } from '../ready-frame';
import type { ReadyProps } from '../use-import-draft';
import { WorkTabs } from '../work-tabs';
import { IncidentColumns } from './incident-columns';
import { TOOL_LABELS } from './incident-import-words';
import { isIncidentMapping, whyIncidentsNotReady } from './incident-mapping-edits';
import { IncidentModels } from './incident-models';
import { IncidentReadingPanel } from './incident-reading-panel';
import { IncidentSamples } from './incident-samples';
import { IncidentWords } from './incident-words';
import './incident-import.css';

type Tab = 'incidents' | 'words' | 'models' | 'columns' | 'problems';

/** A file of incidents between reading and storing: its times, words and models with a live preview. */
export function IncidentsReady({ draft, preview, apply }: ReadyProps<IncidentsPreview>): ReactNode {
  const [tab, setTab] = useState<Tab>('incidents');
  const { editMapping } = draft;
  const edit = useCallback(
    (change: (mapping: IncidentMapping) => IncidentMapping): void =>
      editMapping((mapping) => (isIncidentMapping(mapping) ? change(mapping) : mapping)),
    [editMapping],
  );
  const mapping = draft.mapping && isIncidentMapping(draft.mapping) ? draft.mapping : preview.mapping;
  const notReady = whyIncidentsNotReady(mapping);
  const rows = mapping.rows === 'event' ? `, ${formatCount(preview.incidents, 'incident')} in a log of events` : '';
  const first = preview.sample.length < preview.incidents ? 'first ' : '';
  return (
    <ReadyFrame
      draft={draft}
      preview={preview}
      headline={previewHeadline(preview, 'incident')}
      label={applyLabel(preview, 'incident')}
      subline={notReady === '' ? `${TOOL_LABELS[mapping.tool]}${rows}. ${readingLine(preview)}` : notReady}
      complete={notReady === ''}
      apply={() => apply()}
      work={
        <WorkTabs<Tab>
          label="Incidents, words, models, columns and problems"
          tab={tab}
          show={setTab}
          tabs={[
            {
              key: 'incidents',
              label: `As read (${first}${formatNumber(preview.sample.length)})`,
              panel: <IncidentSamples rows={preview.sample} />,
            },
            {
              key: 'words',
              label: `Words (${formatNumber(preview.mappedValues.length)})`,
              panel: <IncidentWords values={preview.mappedValues} edit={edit} />,
            },
            {
              key: 'models',
              label: `Models (${formatNumber(preview.models.length)})`,
              panel: <IncidentModels preview={preview} mapping={mapping} edit={edit} />,
            },
            {
              key: 'columns',
              label: `Columns (${formatNumber(preview.columns.length)})`,
              panel: <IncidentColumns columns={preview.columns} mapping={mapping} edit={edit} />,
            },
            problemsTab(preview),
          ]}
        />
      }
      side={
        <>
          <OutcomePanel
            preview={preview}
            thing="incident"
            total={preview.incidents + preview.rejected}
            waiting={draft.waiting}
            showProblems={() => setTab('problems')}
          />
          <IncidentReadingPanel draft={draft} preview={preview} mapping={mapping} edit={edit} />
        </>
      }
    />
  );
}
