import { Button, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useFileActions } from '../../client/use-file-actions';
import { formatAgo, formatDateTime } from '../../lib/format';

type Recent = Output<'workspace.status'>['recents'][number];

function RecentRow({ recent }: { readonly recent: Recent }): ReactNode {
  const { openRecent } = useFileActions();
  const forget = useCommand('workspace.forgetRecent');
  const place = (
    <>
      <span className="mf-recent-name mf-cut">{recent.name}</span>
      <span className="mf-recent-place mf-cut" title={`${recent.folder} – ${recent.fileName}`}>
        {recent.present
          ? `${recent.fileName} in ${recent.folder}`
          : `${recent.fileName} is no longer in ${recent.folder}`}
      </span>
    </>
  );
  return (
    <li className="mf-recent">
      {recent.present ? (
        <UnstyledButton className="mf-recent-open" onClick={() => void openRecent(recent.id)}>
          {place}
        </UnstyledButton>
      ) : (
        <div className="mf-recent-open" data-missing>
          {place}
        </div>
      )}
      <time className="mf-recent-when" dateTime={recent.openedAt} title={formatDateTime(recent.openedAt)}>
        {formatAgo(recent.openedAt, new Date())}
      </time>
      <Button
        variant={recent.present ? 'subtle' : 'default'}
        color="gray"
        size="compact-xs"
        aria-label={`Forget ${recent.name}; the file stays`}
        loading={forget.pending}
        onClick={() => void forget.run({ id: recent.id })}
      >
        Forget
      </Button>
    </li>
  );
}

/** Portfolios that were opened before, the last one first. */
export function Recents({ recents }: { readonly recents: readonly Recent[] }): ReactNode {
  if (recents.length === 0) return null;
  return (
    <section aria-labelledby="mf-recents">
      <h2 className="mf-welcome-heading" id="mf-recents">
        Opened before
      </h2>
      <ul className="mf-recents">
        {recents.map((recent) => (
          <RecentRow key={recent.id} recent={recent} />
        ))}
      </ul>
    </section>
  );
}
