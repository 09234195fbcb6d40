import { type ReactNode, useCallback, useState } from 'react';
import type { DriftMapping, DriftPreview } from '#contract/drift/import';
import { formatNumber } from '../../../lib/format';
import { applyLabel, previewHeadline } from '../import-words';
import { OutcomePanel } from '../outcome-panel';
import { problemsTab } from '../problems-tab';
import { ReadyFrame } from '../ready-frame';
import type { ReadyProps } from '../use-import-draft';
import { WorkTabs } from '../work-tabs';
import { DriftColumns } from './drift-columns';
import { isDriftMapping } from './drift-mapping-edits';
import { DriftModels } from './drift-models';
import { DriftSeriesTable } from './drift-series-table';
import { DriftSourcePanel } from './drift-source-panel';
import { driftSubline } from './drift-words';
import './drift-import.css';

type Tab = 'models' | 'series' | 'columns' | 'problems';

/** A file of drift results between reading and storing: whose they are, what they are, and what the file does not say. */
export function DriftReady({ draft, preview, apply }: ReadyProps<DriftPreview>): ReactNode {
  const [tab, setTab] = useState<Tab>('models');
  const { editMapping } = draft;
  const edit = useCallback(
    (change: (mapping: DriftMapping) => DriftMapping): void =>
      editMapping((mapping) => (isDriftMapping(mapping) ? change(mapping) : mapping)),
    [editMapping],
  );
  const mapping = draft.mapping && isDriftMapping(draft.mapping) ? draft.mapping : preview.mapping;
  const columns = {
    key: 'columns',
    label: `Columns (${formatNumber(preview.columns.length)})`,
    panel: <DriftColumns columns={preview.columns} mapping={mapping} edit={edit} />,
  } as const;
  return (
    <ReadyFrame
      draft={draft}
      preview={preview}
      headline={previewHeadline(preview, 'result')}
      label={applyLabel(preview, 'result')}
      subline={driftSubline(preview)}
      complete
      apply={() => apply()}
      work={
        <WorkTabs<Tab>
          label="Models, series and problems"
          tab={tab}
          show={setTab}
          tabs={[
            {
              key: 'models',
              label: `Models (${formatNumber(preview.subjects.length)})`,
              panel: <DriftModels subjects={preview.subjects} timeless={preview.time === 'missing'} edit={edit} />,
            },
            {
              key: 'series',
              label: `Series (${formatNumber(preview.seriesTotal)})`,
              panel: <DriftSeriesTable series={preview.series} subjects={preview.subjects} />,
            },
            // A report has no columns to choose.
            ...(preview.mapping.columns.length > 0 ? [columns] : []),
            problemsTab(preview),
          ]}
        />
      }
      side={
        <>
          <OutcomePanel
            preview={preview}
            thing="result"
            total={preview.rows}
            waiting={draft.waiting}
            showProblems={() => setTab('problems')}
          />
          <DriftSourcePanel draft={draft} preview={preview} mapping={mapping} edit={edit} />
        </>
      }
    />
  );
}
