import { Button, Tooltip, UnstyledButton } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../client/use-query';
import { useShare } from '../../client/use-share';
import { runCommand } from '../../commands/registry';
import { Kbd } from '../../components/ui/kbd';
import { shortcutText } from '../../lib/shortcut';
import { FileMenu } from './file-menu';
import { HeldFile } from './held-file';
import './top-bar.css';

/** Most portfolios are private. */
const ShareBar = lazy(async () => ({ default: (await import('./share-bar')).ShareBar }));

type OpenPortfolio = NonNullable<Output<'workspace.status'>['portfolio']>;

interface StepButtonProps {
  readonly word: 'Undo' | 'Redo';
  /** What stands on the button; left out: the word. Of several people each undoes their own. */
  readonly text?: string;
  readonly shortcut: string;
  /** The name of what would be undone; null when there is nothing. */
  readonly what: string | null;
}

function StepButton({ word, shortcut, what, text = word }: StepButtonProps): ReactNode {
  const label = what === null ? `Nothing to ${word.toLowerCase()}` : `${text}: ${what}`;
  return (
    <Tooltip label={`${label} (${shortcutText(shortcut)})`} multiline maw={360}>
      <Button
        variant="default"
        aria-label={label}
        // Kept in the order of focus when there is nothing to undo, so that the focus is not lost after the last step.
        aria-disabled={what === null}
        {...(what === null ? { 'data-disabled': true } : {})}
        onClick={() => runCommand(word === 'Undo' ? 'edit.undo' : 'edit.redo')}
      >
        {text}
      </Button>
    </Tooltip>
  );
}

/** Whether what is done reaches the file. */
function FileState({ portfolio }: { readonly portfolio: OpenPortfolio }): ReactNode {
  if (portfolio.place !== 'here') return <HeldFile portfolio={portfolio} place={portfolio.place} />;
  if (portfolio.readOnly)
    return (
      <span
        className="mf-bar-state"
        data-read-only
        title="The file cannot be written here. Save a copy of it elsewhere and open that."
      >
        Read-only
      </span>
    );
  return (
    <span className="mf-bar-state" title="Every change is written to the file at once">
      Saved
    </span>
  );
}

export function TopBar({ portfolio }: { readonly portfolio: OpenPortfolio }): ReactNode {
  const { data: history } = useChannel('history.state', {});
  const share = useShare();
  return (
    <section className="mf-bar" data-shared={share !== null} aria-label="Portfolio, search and undo">
      <FileMenu name={portfolio.name} />
      {share ? (
        <Suspense fallback={null}>
          <ShareBar share={share} />
        </Suspense>
      ) : (
        <span className="mf-bar-file mf-cut" title={`${portfolio.folder} – ${portfolio.fileName}`}>
          {portfolio.fileName}
        </span>
      )}
      {share && portfolio.place === 'here' && !portfolio.readOnly ? null : <FileState portfolio={portfolio} />}
      <span className="mf-bar-space" />
      <UnstyledButton className="mf-bar-search" onClick={() => runCommand('view.palette')}>
        <span className="mf-cut">Search or run a command</span>
        <Kbd shortcut="mod+K" />
      </UnstyledButton>
      <div className="mf-bar-steps">
        <Tooltip label={`Copy a link to this view (${shortcutText('mod+shift+L')})`}>
          <Button variant="default" className="mf-bar-link" onClick={() => runCommand('view.copyLink')}>
            Copy link
          </Button>
        </Tooltip>
        <StepButton
          word="Undo"
          {...(share && { text: 'Undo mine' })}
          shortcut="mod+Z"
          what={history?.undo?.label ?? null}
        />
        <StepButton word="Redo" shortcut="mod+shift+Z" what={history?.redo?.label ?? null} />
      </div>
    </section>
  );
}
