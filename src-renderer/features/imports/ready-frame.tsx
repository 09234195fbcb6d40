import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Preview } from '#contract/imports/imports';
import { sentenceOf } from '../../client/call';
import { PageHeader } from '../../components/ui/page-header';
import type { ImportDraft } from './use-import-draft';

interface ReadyFrameProps {
  readonly draft: ImportDraft;
  readonly preview: Preview;
  /** The finding, and what the button will do. */
  readonly headline: string;
  readonly label: string;
  readonly subline: string;
  /** Whether the mapping says all that an import needs. */
  readonly complete: boolean;
  readonly apply: () => void;
  /** What stands in front of the buttons. */
  readonly tools?: ReactNode;
  /** Something was answered that is worth keeping, also where nothing is brought in. */
  readonly answered?: boolean;
  /** The way back to where a person came from to this page. */
  readonly back?: { readonly label: string; readonly run: () => void } | undefined;
  /** What is worked on, and beside it what will happen and how the file is read. */
  readonly work: ReactNode;
  readonly side: ReactNode;
}

/** The page of an import between reading and storing, whatever the file holds. */
export function ReadyFrame(props: ReadyFrameProps): ReactNode {
  const {
    draft,
    preview,
    headline,
    label,
    subline,
    complete,
    apply,
    tools,
    answered = false,
    back,
    work,
    side,
  } = props;
  const navigate = useNavigate();
  const nothing = preview.creates + preview.updates === 0;
  return (
    <div className="mf-import" aria-busy={draft.waiting}>
      <div>
        <PageHeader
          headline={headline}
          subline={subline}
          actions={
            <>
              {tools}
              {back ? (
                <Button variant="default" onClick={back.run}>
                  {back.label}
                </Button>
              ) : null}
              <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
                Cancel
              </Button>
              <Button
                disabled={!complete || (nothing && !answered) || draft.waiting || draft.error !== null}
                onClick={apply}
              >
                {nothing && answered ? 'Keep the answers' : label}
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
