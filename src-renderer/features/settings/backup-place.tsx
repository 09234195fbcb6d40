import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { sentenceOf } from '../../client/call';
import { host } from '../../client/host';
import { useCommand } from '../../client/use-command';
import { notifyFailure } from '../../components/ui/notify';

interface Props {
  readonly rule: Output<'backups.list'>['rule'];
  readonly gone: boolean;
}

/** Where backups of all portfolios go: beside each, or into a folder that was chosen, on another disk for instance. */
export function BackupPlace({ rule, gone }: Props): ReactNode {
  const { run, pending } = useCommand('backups.setRule');
  const choose = async (): Promise<void> => {
    try {
      const folder = await host.pickFile('folder');
      if (folder) await run({ folder: folder.token });
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
  };
  const { folder } = rule;
  return (
    <div className="mf-backup-place">
      <p className="mf-muted">
        {folder === null
          ? 'Backups lie beside each portfolio. Another disk keeps them when this one fails.'
          : `Backups of all portfolios go to ${folder}, each into a folder of its own.`}
        {host.kind === 'browser' &&
          folder === null &&
          ' A folder is chosen in the desktop program or on the command line.'}
      </p>
      {gone && (
        <p className="mf-backup-failed" role="status">
          {folder} is not there or may not be written. Until it is back, backups are kept beside the portfolio.
        </p>
      )}
      <span className="mf-backup-place-ways">
        {host.kind === 'desktop' && (
          <Button size="compact-sm" variant="default" loading={pending} onClick={() => void choose()}>
            Choose a folder…
          </Button>
        )}
        {folder !== null && (
          <Button size="compact-sm" variant="subtle" onClick={() => void run({ folder: null })}>
            Beside the portfolio again
          </Button>
        )}
      </span>
    </div>
  );
}
