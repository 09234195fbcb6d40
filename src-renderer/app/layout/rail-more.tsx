import { Menu, UnstyledButton } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChannel } from '../../client/use-query';
import { formatNumber } from '../../lib/format';
import { VIEW_PATHS } from '../../lib/view-link';
import { viewSearch } from './saved-views';

interface MoreProps {
  /** The pages that the bar has no room for. */
  readonly items: readonly { readonly to: string; readonly label: string }[];
}

/** What a narrow window has no room for: the pages that are used least, and the saved views. */
export function RailMore({ items }: MoreProps): ReactNode {
  const { data } = useChannel('views.list', {});
  const views = data?.views ?? [];
  const here = useLocation({ select: ({ pathname }) => items.find(({ to }) => pathname.startsWith(to)) });
  if (items.length === 0 && views.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className="mf-rail-item mf-rail-more" {...(here ? { 'data-current': true } : {})}>
          {here ? here.label : 'More'}
          <span aria-hidden="true" className="mf-rail-caret">
            ▾
          </span>
          {here && <span className="mf-hidden"> and more pages</span>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ to, label }) => (
          <Menu.Item
            key={to}
            component={Link}
            to={to}
            {...(here?.to === to ? { 'aria-current': 'page' as const } : {})}
          >
            {label}
          </Menu.Item>
        ))}
        {views.length > 0 && <Menu.Label>Saved views</Menu.Label>}
        {views.map((view) => (
          <Menu.Item
            key={view.id}
            // The address carries what the view keeps; each page reads its own.
            renderRoot={(props: object) => (
              <Link {...props} to={VIEW_PATHS[view.page]} search={() => viewSearch(view) as never} />
            )}
            rightSection={
              view.count === null ? undefined : <span className="mf-rail-count">{formatNumber(view.count)}</span>
            }
          >
            {view.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
