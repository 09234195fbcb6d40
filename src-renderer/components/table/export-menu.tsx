import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Input, Output } from '#contract/index';
import { ownForms } from '#domain/base/forms';
import { useFileJob } from '../../client/use-file-job';
import { useChannel } from '../../client/use-query';
import { useCommands } from '../../commands/registry';
import { fileName } from '../../lib/file-name';
import { formatCount, formatShare } from '../../lib/format';
import { localDay } from '../../lib/local-day';

/** What both kinds of list ask of an export. */
export type ExportTarget = Required<Pick<Input<'exports.models'>, 'out' | 'format' | 'locale' | 'jobId'>>;

interface ExportMenuProps {
  readonly of: 'model' | 'incident' | 'finding';
  /** Rows that are shown; `null`: not known yet. */
  readonly count: number | null;
  readonly make: (target: ExportTarget) => Promise<Output<'exports.models'>>;
}

const GROUPS = { model: 'Models', incident: 'Incidents', finding: 'Reports' } as const;
const FORMATS = ['csv', 'xlsx'] as const;

/** Writes the list as it is shown to a file, from the page's head or by name from the palette. */
export function ExportMenu({ of, count, make }: ExportMenuProps): ReactNode {
  const { data: info } = useChannel('portfolio.info', {});
  const { running, start, cancel } = useFileJob<ExportTarget['format']>();
  const some = count !== null && count > 0 && info !== undefined;
  const run = (format: ExportTarget['format']): void => {
    if (!some) return;
    void start({
      kind: format,
      name: fileName(info.name, `${of}s`, localDay(new Date()), format),
      make: (out, jobId) => make({ out, format, locale: ownForms().locale, jobId }),
      said: ({ rows }) => `${formatCount(rows, of)} exported; `,
    });
  };
  useCommands(
    FORMATS.map((format) => ({
      id: `${of}s.export.${format}`,
      label: `Export the ${of}s shown as ${format.toUpperCase()}`,
      group: GROUPS[of],
      enabled: () => some && running === null,
      run: () => run(format),
    })),
  );
  if (running !== null) {
    const { done, total, cancelling } = running;
    return (
      <Button variant="default" loading={cancelling} onClick={cancel}>
        Cancel the export{total ? ` (${formatShare(done / total)})` : ''}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" disabled={!some}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{count === null ? 'What is shown' : `${formatCount(count, of)}, as shown`}</Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => run(format)}>
            Export as {format.toUpperCase()}…
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
