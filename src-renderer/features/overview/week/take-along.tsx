import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { call } from '../../../client/call';
import { useFileJob } from '../../../client/use-file-job';
import { useChannel } from '../../../client/use-query';
import { useCommands } from '../../../commands/registry';
import { followMail } from '../../../components/ui/mail-link';
import { fileName } from '../../../lib/file-name';
import { formatCount } from '../../../lib/format';
import { localDay } from '../../../lib/local-day';
import { briefMail } from './week-brief';
import type { Week, WeekGroup } from './week-rows';

interface TakeAlongProps {
  readonly week: Week;
  /** As the page shows them. */
  readonly groups: readonly WeekGroup[];
  /** Whose rows are shown; left out: everybody's. */
  readonly owner: string | undefined;
}

interface MailItemProps extends Pick<TakeAlongProps, 'week' | 'groups'> {
  /** Of the portfolio. */
  readonly name: string;
}

/** Worked out only for whoever opens the menu: it tries how many rows fit into an address. */
function MailItem({ week, groups, name }: MailItemProps): ReactNode {
  const { data: summary } = useChannel('overview.summary', {});
  const { at, headline, subline } = week;
  const investment = summary?.investment ?? null;
  const decision = investment === null || investment.withheld !== null ? null : `${investment.decision.headline}.`;
  const { url, whole } = briefMail({ name, at, headline, subline, decision, groups });
  return (
    <Menu.Item component="a" href={url} onClick={(event) => followMail(event, url)}>
      {whole ? 'Mail this page' : 'Mail this page, the gravest rows'}
    </Menu.Item>
  );
}

/** The week as a mail, and what falls due as a file for a calendar. */
export function TakeAlong({ week, groups, owner }: TakeAlongProps): ReactNode {
  const { data: info } = useChannel('portfolio.info', {});
  const { running, start } = useFileJob<'calendar'>();
  const name = info?.name ?? '';
  const saveCalendar = (): void =>
    void start({
      kind: 'calendar',
      name: fileName(name, 'what falls due', localDay(new Date()), 'ics'),
      make: (out, jobId) => call('exports.calendar', { out, jobId, ...(owner !== undefined && { owner }) }),
      said: ({ rows }) => `${formatCount(rows, 'entry', 'entries')}; `,
    });
  useCommands([
    {
      id: 'week.calendar',
      label: 'Save what falls due as a calendar file',
      group: 'Reports',
      enabled: () => info !== undefined && running === null,
      run: saveCalendar,
    },
  ]);
  return (
    <Menu position="bottom-end" withinPortal width={300}>
      <Menu.Target>
        <Button variant="default" size="xs" loading={running !== null} disabled={info === undefined}>
          Take along
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{owner === undefined ? 'Of everybody' : `Of ${owner}`}</Menu.Label>
        <MailItem week={week} groups={groups} name={name} />
        <Menu.Item onClick={saveCalendar}>Calendar file (.ics) of what falls due…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
