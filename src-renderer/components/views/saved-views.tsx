import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Input, Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { useCommands } from '../../commands/registry';
import { formatNumber } from '../../lib/format';
import { fixedDays, withDays } from './fixed-days';
import { NameViewDialog } from './name-view-dialog';

export type SavedView = Output<'views.list'>['views'][number];
/** What is shown, as it is kept. */
export type KeptView = Omit<Input<'views.save'>, 'id' | 'name' | 'page'>;

interface SavedViewsProps {
  readonly page: SavedView['page'];
  /** Id of the view that is shown; `null` for none. */
  readonly current: string | null;
  readonly kept: KeptView;
  readonly onApply: (view: SavedView) => void;
  readonly onView: (id: string | null) => void;
}

const NO_DAYS: ReadonlyMap<string, string> = new Map();

/** Keeps what a page shows under a name, and brings it back. */
export function SavedViews({ page, current: currentId, kept, onApply, onView }: SavedViewsProps): ReactNode {
  const { data } = useChannel('views.list', {});
  const save = useCommand('views.save');
  const remove = useCommand('views.remove');
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const views = data?.views.filter((view) => view.page === page) ?? [];
  const current = views.find((view) => view.id === currentId);
  useCommands([
    { id: `${page}.saveView`, label: 'Save this as a new view', group: 'View', run: () => setNaming('new') },
  ]);

  const keep = async (name: string, id: string | null, days = NO_DAYS): Promise<void> => {
    const done = await save.run({ ...withDays(kept, days), ...(id === null ? {} : { id }), name, page });
    if (done) onView(done.id);
  };
  const rename = ({ count: _count, ...view }: SavedView, name: string): void => void save.run({ ...view, name });
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default">{current ? `View: ${current.name}` : 'Views'}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length > 0 ? <Menu.Label>Saved views</Menu.Label> : null}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              rightSection={view.count === null ? undefined : formatNumber(view.count)}
              onClick={() => onApply(view)}
            >
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 ? <Menu.Divider /> : null}
          <Menu.Item onClick={() => setNaming('new')}>Save this as a new view…</Menu.Item>
          {current ? (
            <>
              <Menu.Item onClick={() => void keep(current.name, current.id)}>
                Save the changes to “{current.name}”
              </Menu.Item>
              <Menu.Item onClick={() => setNaming('rename')}>Rename “{current.name}”…</Menu.Item>
              <Menu.Item
                onClick={() => {
                  onView(null);
                  void remove.run({ id: current.id });
                }}
              >
                Delete “{current.name}”
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {naming === null ? null : (
        <NameViewDialog
          title={naming === 'new' ? 'Save as a view' : 'Rename the view'}
          initial={naming === 'rename' ? (current?.name ?? '') : ''}
          days={naming === 'new' ? fixedDays(kept) : []}
          onClose={() => setNaming(null)}
          onName={(name, days) => {
            setNaming(null);
            if (naming === 'rename' && current) rename(current, name);
            else void keep(name, null, days);
          }}
        />
      )}
    </>
  );
}
