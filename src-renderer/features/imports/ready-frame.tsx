import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Preview } from '#contract/imports/imports';
import { sentenceOf } from '../../client/call';
import { PageHeader } from '../../components/ui/page-header';
import { applyLabel, previewHeadline } from './import-words';
import type { ImportDraft } from './use-import-draft';

interface ReadyFrameProps {
  readonly draft: ImportDraft;
  readonly preview: Preview;
  /** What the file holds, as `model`. */
  readonly thing: string;
  readonly subline: string;
  /** Whether the mapping says all that an import needs. */
  readonly complete: boolean;
  readonly apply: () => void;
  /** The way back to where a person came from to this page. */
  readonly back?: { readonly label: string; readonly run: () => void } | undefined;
  /** What is worked on, and beside it what will happen and how the file is read. */
  readonly work: ReactNode;
  readonly side: ReactNode;
}

/** The page of an import between reading and storing, whatever the file holds. */
export function ReadyFrame(props: ReadyFrameProps): ReactNode {
  const { draft, preview, thing, subline, complete, apply, back, work, side } = props;
  const navigate = useNavigate();
  const nothing = preview.creates + preview.updates === 0;
  return (
    <div className="mf-import" aria-busy={draft.waiting}>
      <div>
        <PageHeader
          headline={previewHeadline(preview, thing)}
          subline={subline}
          actions={
            <>
              {back ? (
                <Button variant="default" onClick={back.run}>
                  {back.label}
                </Button>
              ) : null}
              <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
                Cancel
              </Button>
              <Button disabled={!complete || nothing || draft.waiting || draft.error !== null} onClick={apply}>
                {applyLabel(preview, thing)}
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
        {work}
        <div className="mf-import-side">{side}</div>
      </div>
    </div>
  );
}
