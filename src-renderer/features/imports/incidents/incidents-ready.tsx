import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import type { IncidentMapping, IncidentsPreview } from '#contract/incidents/import';
import { sentenceOf } from '../../../client/call';
import { PageHeader } from '../../../components/ui/page-header';
import { formatCount } from '../../../lib/format';
import { applyLabel, previewHeadline, readingLine } from '../import-words';
import { OutcomePanel } from '../outcome-panel';
import type { ReadyProps } from '../use-import-draft';
import { TOOL_LABELS } from './incident-import-words';
import { isIncidentMapping, whyIncidentsNotReady } from './incident-mapping-edits';
import { IncidentReadingPanel } from './incident-reading-panel';
import { type IncidentTab, IncidentWorkPanel } from './incident-work-panel';
import './incident-import.css';

/** A file of incidents between reading and storing: its times, words and models with a live preview. */
export function IncidentsReady({ draft, preview, apply }: ReadyProps<IncidentsPreview>): ReactNode {
  const navigate = useNavigate();
  const [tab, setTab] = useState<IncidentTab>('incidents');
  const { editMapping } = draft;
  const edit = useCallback(
    (change: (mapping: IncidentMapping) => IncidentMapping): void =>
      editMapping((mapping) => (isIncidentMapping(mapping) ? change(mapping) : mapping)),
    [editMapping],
  );
  const mapping = draft.mapping && isIncidentMapping(draft.mapping) ? draft.mapping : preview.mapping;
  const notReady = whyIncidentsNotReady(mapping);
  const nothing = preview.creates + preview.updates === 0;
  const rows = mapping.rows === 'event' ? `, ${formatCount(preview.incidents, 'incident')} in a log of events` : '';
  return (
    <div className="mf-import" aria-busy={draft.waiting}>
      <div>
        <PageHeader
          headline={previewHeadline(preview, 'incident')}
          subline={notReady === '' ? `${TOOL_LABELS[mapping.tool]}${rows}. ${readingLine(preview)}` : notReady}
          actions={
            <>
              <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
                Cancel
              </Button>
              <Button disabled={notReady !== '' || nothing || draft.waiting || draft.error !== null} onClick={apply}>
                {applyLabel(preview, 'incident')}
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
        <IncidentWorkPanel preview={preview} mapping={mapping} edit={edit} tab={tab} show={setTab} />
        <div className="mf-import-side">
          <OutcomePanel
            preview={preview}
            thing="incident"
            total={preview.incidents + preview.rejected}
            waiting={draft.waiting}
            showProblems={() => setTab('problems')}
          />
          <IncidentReadingPanel draft={draft} preview={preview} mapping={mapping} edit={edit} />
        </div>
      </div>
    </div>
  );
}
