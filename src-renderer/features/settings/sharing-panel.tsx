import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useShare } from '../../client/use-share';
import { Panel } from '../../components/ui/panel';
import { formatNumber } from '../../lib/format';
import { stateWords } from '../../lib/share-state';

/** Whether several people work on this portfolio, and the way to where that is said. */
export function SharingPanel(): ReactNode {
  const share = useShare();
  const navigate = useNavigate();
  return (
    <Panel
      title="Sharing"
      hint={
        share
          ? 'This file is your whole copy of a portfolio that several people work on.'
          : 'The portfolio is in your file alone. Several people can work on one at once, on a PostgreSQL of yours.'
      }
      actions={
        <Button
          size="xs"
          variant="default"
          onClick={() => void navigate({ to: share ? '/settings/sharing' : '/share' })}
        >
          {share ? 'Who shares it' : 'Share or join…'}
        </Button>
      }
    >
      {share && (
        <dl className="mf-facts">
          <dt>Server</dt>
          <dd>{share.server.host}</dd>
          <dt>State</dt>
          <dd>{stateWords(share).text}</dd>
          <dt>Not shared</dt>
          <dd>{formatNumber(share.pending)}</dd>
        </dl>
      )}
    </Panel>
  );
}
