import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Preview } from '#contract/imports/imports';
import { PageHeader } from '../../components/ui/page-header';
import { Panel } from '../../components/ui/panel';

interface EncodingQuestionProps {
  readonly preview: Preview;
  readonly choose: (encoding: string) => void;
}

/** Asked where the bytes of a file fit several encodings: only a person sees which of the texts is right. */
export function EncodingQuestion({ preview, choose }: EncodingQuestionProps): ReactNode {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        headline={`How is ${preview.fileName} written?`}
        subline="Its bytes fit several encodings. Choose the one in which these lines are right; nothing is stored yet."
        actions={
          <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
            Cancel
          </Button>
        }
      />
      <Panel
        title="The same lines in each encoding"
        hint="Where none is right, save the table as UTF-8 and import that."
      >
        <ul className="mf-encodings" aria-label="Encodings">
          {preview.encodings.map(({ encoding, sample }) => (
            <li key={encoding}>
              <button type="button" className="mf-encoding" onClick={() => choose(encoding)}>
                <span className="mf-encoding-name">{encoding}</span>
                <span className="mf-encoding-sample">{sample}</span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
