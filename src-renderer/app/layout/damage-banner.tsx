import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { sentenceOf } from '../../client/call';
import { perform } from '../../client/perform';
import { notifyFailure } from '../../components/ui/notify';
import { damagedWords } from '../../lib/damaged-words';
import { useRecovery } from '../../stores/recovery';

type Status = Output<'workspace.status'>;

interface DamageBannerProps {
  readonly portfolio: NonNullable<Status['portfolio']>;
  readonly recents: Status['recents'];
}

/** Says that the open portfolio is damaged, before a backup of it fails, and leads to what can be had back. */
export function DamageBanner({ portfolio, recents }: DamageBannerProps): ReactNode {
  const show = useRecovery((state) => state.show);
  const { fileName, folder, damaged } = portfolio;
  if (damaged.length === 0) return null;
  const recent = recents.find((one) => one.fileName === fileName && one.folder === folder);
  const recover = async (): Promise<void> => {
    if (!recent) return;
    try {
      // The file is looked at as it lies there, with nobody writing to it.
      await perform('workspace.close', {});
      show({ recent: recent.id, said: '' });
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
  };
  return (
    <div role="alert" className="mf-damage">
      <span>
        {fileName} is damaged. Parts of it cannot be read: {damagedWords(damaged)}. Change nothing more in it.
      </span>
      {recent && (
        <Button size="compact-sm" onClick={() => void recover()}>
          See what can be had back
        </Button>
      )}
    </div>
  );
}
