import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useFileActions } from '../../client/use-file-actions';
import { JobProgress } from '../../components/ui/job-progress';
import { Panel } from '../../components/ui/panel';
import { formatNumber } from '../../lib/format';
import { countedThings } from './import-kinds';
import { SetLinks } from './set-links';
import { Settled } from './settled';
import type { ApplyState } from './use-apply';

interface ApplyProgressProps {
  readonly fileName: string;
  readonly state: Extract<ApplyState, { step: 'running' }>;
  readonly cancel: () => void;
}

export function ApplyProgress({ fileName, state, cancel }: ApplyProgressProps): ReactNode {
  return (
    <div className="mf-apply">
      <Panel
        title={`Importing ${fileName}`}
        hint="All of it is stored, or nothing: a cancelled import leaves no trace."
      >
        <JobProgress
          of="the import"
          step={state.progress}
          say={(done, total) => `${formatNumber(done)} of ${formatNumber(total)}`}
          cancelling={state.cancelling}
          cancel={cancel}
        />
      </Panel>
    </div>
  );
}

interface ApplyResultProps {
  readonly fileName: string;
  readonly result: Output<'imports.apply'>;
  /** What was done after it, in a sentence; '' for nothing. */
  readonly after: string;
}

/** What came of it, with the way back and the ways on. */
export function ApplyResult({ fileName, result, after }: ApplyResultProps): ReactNode {
  const navigate = useNavigate();
  const { importTable } = useFileActions();
  // The headline of the page says that it is undone.
  const undo = useCommand('imports.undo', { quiet: true });
  const [reverted, setReverted] = useState<number | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const undoImport = async (): Promise<void> => {
    const done = await undo.run({ importId: result.importId });
    if (done) setReverted(done.reverted);
  };
  const parts = [
    `${countedThings(result.format, result.created)} created`,
    `${formatNumber(result.updated)} updated`,
    `${formatNumber(result.unchanged)} unchanged`,
    `${formatNumber(result.rejected)} refused`,
    ...((result.waiting ?? 0) > 0
      ? [`${formatNumber(result.waiting ?? 0)} wait until somebody says whose they are`]
      : []),
  ];
  return (
    <div className="mf-apply">
      <section className="mf-panel">
        <h1 className="mf-page-headline" tabIndex={-1} ref={title}>
          {reverted === null
            ? `${countedThings(result.format, result.created + result.updated)} imported from ${fileName}`
            : `Import undone: ${countedThings(result.format, reverted)} put back as before`}
        </h1>
        <p className="mf-page-subline">
          {reverted === null
            ? [parts.join(', '), after].filter(Boolean).join('. ')
            : 'The ledger keeps the import, marked as undone. Nothing else was touched.'}
        </p>
        {reverted === null ? <SetLinks importId={result.importId} /> : null}
        {reverted === null ? <Settled importId={result.importId} /> : null}
        <div className="mf-apply-actions">
          {reverted === null ? (
            <>
              <Button onClick={() => void navigate({ to: '/' })}>Open the overview</Button>
              {(result.format === 'inventory' || result.format === 'registry') &&
              result.created + result.updated > 0 ? (
                <Button
                  variant="default"
                  onClick={() => void navigate({ to: '/portfolio', search: { import: result.importId } })}
                >
                  Open these models
                </Button>
              ) : null}
              <Button variant="default" loading={undo.pending} onClick={() => void undoImport()}>
                Undo the import
              </Button>
            </>
          ) : (
            <>
              <Button onClick={() => void importTable()}>Import a file</Button>
              <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
                See all imports
              </Button>
            </>
          )}
        </div>
      </section>
    </div>
  );
}
