import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import type { InventoryPreview, Mapping } from '#contract/imports/imports';
import { sentenceOf } from '../../../client/call';
import { PageHeader } from '../../../components/ui/page-header';
import { applyLabel, previewHeadline, readingLine } from '../import-words';
import { OutcomePanel } from '../outcome-panel';
import type { ReadyProps } from '../use-import-draft';
import { isInventoryMapping, whyNotReady } from './mapping-edits';
import { ReadingPanel } from './reading-panel';
import { WorkPanel, type WorkTab } from './work-panel';

/** An inventory between reading and storing: its mapping with a live preview. */
export function InventoryReady({ draft, preview, apply }: ReadyProps<InventoryPreview>): ReactNode {
  const navigate = useNavigate();
  const [tab, setTab] = useState<WorkTab>('columns');
  const { editMapping } = draft;
  const edit = useCallback(
    (change: (mapping: Mapping) => Mapping): void =>
      editMapping((mapping) => (isInventoryMapping(mapping) ? change(mapping) : mapping)),
    [editMapping],
  );
  const mapping = draft.mapping && isInventoryMapping(draft.mapping) ? draft.mapping : preview.mapping;
  const notReady = whyNotReady(mapping);
  const nothing = preview.creates + preview.updates === 0;
  return (
    <div className="mf-import" aria-busy={draft.waiting}>
      <div>
        <PageHeader
          headline={previewHeadline(preview)}
          subline={notReady === '' ? readingLine(preview) : notReady}
          actions={
            <>
              <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
                Cancel
              </Button>
              <Button disabled={notReady !== '' || nothing || draft.waiting || draft.error !== null} onClick={apply}>
                {applyLabel(preview)}
              </Button>
            </>
          }
        />
        {draft.error ? (
          <p className="mf-import-error" role="alert">
            {sentenceOf(draft.error)} The numbers below are those of the mapping before.
          </p>
        ) : null}
      </div>
      <div className="mf-import-grid">
        <WorkPanel preview={preview} mapping={mapping} edit={edit} tab={tab} show={setTab} />
        <div className="mf-import-side">
          <OutcomePanel preview={preview} waiting={draft.waiting} showProblems={() => setTab('problems')} />
          <ReadingPanel draft={draft} preview={preview} mapping={mapping} edit={edit} />
        </div>
      </div>
    </div>
  );
}
