import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useFileActions } from '../../client/use-file-actions';
import { useChannel } from '../../client/use-query';
import { Panel } from '../../components/ui/panel';
import { formatBytes } from '../../lib/format';
import { BackupList } from './backup-list';

type OpenPortfolio = NonNullable<Output<'workspace.status'>['portfolio']>;

/** Where the portfolio lies, and its backups. */
export function FilePanel({ portfolio }: { readonly portfolio: OpenPortfolio }): ReactNode {
  const { data: info } = useChannel('portfolio.info', {});
  const { backUp } = useFileActions();
  return (
    <Panel
      title="File and backups"
      hint="Everything that the portfolio holds is in one file. A backup is a whole, checked copy of it."
      actions={
        <Button size="xs" variant="default" onClick={() => void backUp()}>
          Back up now
        </Button>
      }
    >
      <dl className="mf-facts">
        <dt>File</dt>
        <dd>{portfolio.fileName}</dd>
        <dt>Folder</dt>
        <dd>{portfolio.folder}</dd>
        <dt>Size</dt>
        <dd>{info ? formatBytes(info.sizeBytes) : ''}</dd>
      </dl>
      <BackupList />
    </Panel>
  );
}
