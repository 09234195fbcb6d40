import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import type { DriftMapping, DriftPreview } from '#contract/drift/import';
import { sentenceOf } from '../../../client/call';
import { PageHeader } from '../../../components/ui/page-header';
import { applyLabel, previewHeadline } from '../import-words';
import { OutcomePanel } from '../outcome-panel';
import type { ReadyProps } from '../use-import-draft';
import { isDriftMapping } from './drift-mapping-edits';
import { DriftSourcePanel } from './drift-source-panel';
import { driftSubline } from './drift-words';
import { type DriftTab, DriftWorkPanel } from './drift-work-panel';
import './drift-import.css';

/** A file of drift results between reading and storing: whose they are, what they are, and what the file does not say. */
export function DriftReady({ draft, preview, apply }: ReadyProps<DriftPreview>): ReactNode {
  const navigate = useNavigate();
  const [tab, setTab] = useState<DriftTab>('models');
  const { editMapping } = draft;
  const edit = useCallback(
    (change: (mapping: DriftMapping) => DriftMapping): void =>
      editMapping((mapping) => (isDriftMapping(mapping) ? change(mapping) : mapping)),
    [editMapping],
  );
  const mapping = draft.mapping && isDriftMapping(draft.mapping) ? draft.mapping : preview.mapping;
  const nothing = preview.creates + preview.updates === 0;
  return (
    <div className="mf-import" aria-busy={draft.waiting}>
      <div>
        <PageHeader
          headline={previewHeadline(preview, 'result')}
          subline={driftSubline(preview)}
          actions={
            <>
              <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
                Cancel
              </Button>
              <Button disabled={nothing || draft.waiting || draft.error !== null} onClick={apply}>
                {applyLabel(preview, 'result')}
              </Button>
            </>
          }
        />
        {draft.error ? (
          <p className="mf-import-error" role="alert">
            {sentenceOf(draft.error)} The numbers below are those of before.
          </p>
        ) : null}
      </div>
      <div className="mf-import-grid">
        <DriftWorkPanel preview={preview} mapping={mapping} edit={edit} tab={tab} show={setTab} />
        <div className="mf-import-side">
          <OutcomePanel
            preview={preview}
            thing="result"
            total={preview.rows}
            waiting={draft.waiting}
            showProblems={() => setTab('problems')}
          />
          <DriftSourcePanel preview={preview} mapping={mapping} edit={edit} />
        </div>
      </div>
    </div>
  );
}
