import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Mapping, Preview } from '#contract/imports';
import { CallFailed, sentenceOf } from '../../client/call';
import { useFileActions } from '../../client/use-file-actions';
import { PageHeader } from '../../components/ui/page-header';
import { ErrorState, Loading } from '../../components/ui/states';
import { ApplyProgress, ApplyResult } from './apply-panels';
import { applyLabel, previewHeadline, readingLine } from './import-words';
import { whyNotReady } from './mapping-edits';
import { OutcomePanel } from './outcome-panel';
import { ReadingPanel } from './reading-panel';
import { useApply } from './use-apply';
import { type ImportDraft, useImportDraft } from './use-import-draft';
import { WorkPanel, type WorkTab } from './work-panel';
import './imports.css';
import './preview.css';

interface ReadyProps {
  readonly draft: ImportDraft;
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly apply: () => void;
}

function Ready({ draft, preview, mapping, apply }: ReadyProps): ReactNode {
  const navigate = useNavigate();
  const [tab, setTab] = useState<WorkTab>('columns');
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
        <WorkPanel preview={preview} mapping={mapping} edit={draft.editMapping} tab={tab} show={setTab} />
        <div className="mf-import-side">
          <OutcomePanel preview={preview} waiting={draft.waiting} showProblems={() => setTab('problems')} />
          <ReadingPanel draft={draft} preview={preview} mapping={mapping} />
        </div>
      </div>
    </div>
  );
}

/** From a chosen file to imported models: mapping with a live preview, then the import itself. */
export function ImportFlow({ file, fileName }: { readonly file: string; readonly fileName: string }): ReactNode {
  const { state, apply, cancel } = useApply();
  const draft = useImportDraft(file, state.step !== 'mapping');
  const { importTable } = useFileActions();
  const { preview, mapping } = draft;

  if (state.step === 'running') return <ApplyProgress fileName={fileName} state={state} cancel={cancel} />;
  if (state.step === 'done') return <ApplyResult fileName={fileName} result={state.result} />;
  if (preview && mapping) {
    return <Ready draft={draft} preview={preview} mapping={mapping} apply={() => void apply(draft.request)} />;
  }
  if (draft.error) {
    const badFile = draft.error instanceof CallFailed && draft.error.code === 'bad_file';
    return (
      <ErrorState
        title={`${fileName || 'The file'} could not be read`}
        error={draft.error}
        action={{ label: 'Choose another file', run: () => void importTable() }}
        {...(badFile ? {} : { retry: draft.retry })}
      />
    );
  }
  return (
    <>
      <PageHeader headline={`Reading ${fileName || 'the file'}`} subline="Nothing is stored until you say so." />
      <Loading rows={12} label="Reading the file" />
    </>
  );
}
