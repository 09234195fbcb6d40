import { type ReactNode, useCallback, useState } from 'react';
import type { InventoryPreview, Mapping } from '#contract/imports/imports';
import { formatNumber } from '../../../lib/format';
import { applyLabel, previewHeadline, readingLine } from '../import-words';
import { OutcomePanel } from '../outcome-panel';
import { ProblemList } from '../problem-list';
import { ReadyFrame } from '../ready-frame';
import type { ReadyProps } from '../use-import-draft';
import { WorkTabs } from '../work-tabs';
import { ColumnsPanel } from './columns-panel';
import { isInventoryMapping, whyNotReady } from './mapping-edits';
import { ReadingPanel } from './reading-panel';
import { SampleRows } from './sample-rows';

interface InventoryColumnsProps extends ReadyProps<InventoryPreview> {
  /** Left out where there is nothing else to look at. */
  readonly back?: (() => void) | undefined;
}

/** What the columns of an inventory become, with a live preview. */
export function InventoryColumns({ draft, preview, apply, back }: InventoryColumnsProps): ReactNode {
  const [tab, setTab] = useState<'columns' | 'problems' | 'rows'>('columns');
  const { editMapping } = draft;
  const edit = useCallback(
    (change: (mapping: Mapping) => Mapping): void =>
      editMapping((mapping) => (isInventoryMapping(mapping) ? change(mapping) : mapping)),
    [editMapping],
  );
  const mapping = draft.mapping && isInventoryMapping(draft.mapping) ? draft.mapping : preview.mapping;
  const notReady = whyNotReady(mapping);
  const first = preview.sample.length < preview.rows ? 'first ' : '';
  return (
    <ReadyFrame
      draft={draft}
      preview={preview}
      headline={previewHeadline(preview, 'model')}
      label={applyLabel(preview, 'model')}
      subline={notReady === '' ? readingLine(preview) : notReady}
      complete={notReady === ''}
      apply={() => apply()}
      back={back && { label: 'Back to the preview', run: back }}
      work={
        <WorkTabs
          label="Columns, problems and rows"
          tab={tab}
          show={setTab}
          tabs={[
            {
              key: 'columns',
              label: `Columns (${formatNumber(preview.columns.length)})`,
              panel: (
                <ColumnsPanel
                  preview={preview}
                  columns={preview.columns}
                  problems={preview.problemsByCode}
                  mapping={mapping}
                  edit={edit}
                />
              ),
            },
            {
              key: 'problems',
              label: `Problems (${formatNumber(preview.problemsTotal)})`,
              panel: (
                <ProblemList
                  problems={preview.problems}
                  total={preview.problemsTotal}
                  groups={preview.problemsByCode}
                />
              ),
            },
            {
              key: 'rows',
              label: `Rows as stored (${first}${formatNumber(preview.sample.length)})`,
              panel: <SampleRows rows={preview.sample} />,
            },
          ]}
        />
      }
      side={
        <>
          <OutcomePanel preview={preview} waiting={draft.waiting} showProblems={() => setTab('problems')} />
          <ReadingPanel draft={draft} preview={preview} mapping={mapping} edit={edit} />
        </>
      }
    />
  );
}
