import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { ownForms } from '#domain/base/forms';
import { call } from '../../client/call';
import { useFileJob } from '../../client/use-file-job';
import { useChannel } from '../../client/use-query';
import { runCommand } from '../../commands/registry';
import { fileName } from '../../lib/file-name';
import { formatCount } from '../../lib/format';

interface WorkListMenuProps {
  /** Lines of packs. */
  readonly packs: readonly string[];
  /** ISO. */
  readonly day: string;
}

const FORMATS = ['xlsx', 'csv'] as const;

/** What is missing as a file that its owners fill in, and the way back. */
export function WorkListMenu({ packs, day }: WorkListMenuProps): ReactNode {
  const { data: info } = useChannel('portfolio.info', {});
  const { running, start, cancel } = useFileJob<'list'>();
  if (running !== null)
    return (
      <Button variant="default" loading={running.cancelling} onClick={cancel}>
        Cancel the list
      </Button>
    );
  const write = (format: (typeof FORMATS)[number]): void => {
    if (info === undefined) return;
    void start({
      kind: 'list',
      name: fileName(info.name, 'work list', day, format),
      make: (out, jobId) =>
        call('governance.worklistFile', {
          packs: [...packs],
          at: day,
          format,
          out,
          jobId,
          locale: ownForms().locale,
        }),
      said: ({ rows }) => `${formatCount(rows, 'row')} to fill in; `,
    });
  };
  return (
    <Menu position="bottom-end" width={260} withInitialFocusPlaceholder={false} withinPortal>
      <Menu.Target>
        <Button variant="default" disabled={info === undefined}>
          Work list
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>A row for each gap, for its owner to fill in</Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => write(format)}>
            Write it as {format.toUpperCase()}…
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => runCommand('file.import')}>Bring a filled one back…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
