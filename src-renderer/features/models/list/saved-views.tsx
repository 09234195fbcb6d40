import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { useCommands } from '../../../commands/registry';
import { formatNumber } from '../../../lib/format';
import { fromAddress, type ViewState } from './view-state';

type SavedView = Output<'views.list'>['views'][number];

interface SavedViewsProps {
  readonly state: ViewState;
  readonly columns: readonly string[];
  readonly onApply: (state: ViewState, columns: readonly string[]) => void;
  readonly onView: (id: string | null) => void;
}

export function stateOf(view: SavedView): ViewState {
  return fromAddress({ q: view.search, filter: view.filter, sort: view.sort, layout: view.layout, view: view.id });
}

interface NameDialogProps {
  readonly title: string;
  readonly initial: string;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

function NameDialog({ title, initial, onClose, onName }: NameDialogProps): ReactNode {
  const [name, setName] = useState(initial);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <Modal closeButtonProps={{ 'aria-label': 'Close' }} opened onClose={onClose} title={title} size="sm">
      <form onSubmit={submit}>
        <TextInput
          label="Name"
          value={name}
          maxLength={80}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" mt="md" disabled={name.trim() === ''}>
          Save the view
        </Button>
      </form>
    </Modal>
  );
}

/** Keeps what is shown under a name, and brings it back. */
export function SavedViews({ state, columns, onApply, onView }: SavedViewsProps): ReactNode {
  const { data } = useChannel('views.list', {});
  const save = useCommand('views.save');
  const remove = useCommand('views.remove');
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const views = data?.views ?? [];
  const current = views.find((view) => view.id === state.view);
  useCommands([
    { id: 'portfolio.saveView', label: 'Save this as a new view', group: 'View', run: () => setNaming('new') },
    ...views.map((view) => ({
      id: `portfolio.view.${view.id}`,
      label: `Show the view “${view.name}”`,
      group: 'View' as const,
      run: () => onApply(stateOf(view), view.columns),
    })),
  ]);

  const keep = async (name: string, id: string | null): Promise<void> => {
    const { search, filter, sort, layout } = state;
    const kept = await save.run({
      ...(id === null ? {} : { id }),
      name,
      search,
      filter,
      sort: [...sort],
      layout,
      columns: [...columns],
    });
    if (kept) onView(kept.id);
  };
  const rename = async (name: string, view: SavedView): Promise<void> => {
    const { id, search, filter, sort, layout } = view;
    await save.run({ id, name, search, filter, sort, layout, columns: view.columns });
  };
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
              rightSection={formatNumber(view.count)}
              onClick={() => onApply(stateOf(view), view.columns)}
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
        <NameDialog
          title={naming === 'new' ? 'Save as a view' : 'Rename the view'}
          initial={naming === 'rename' ? (current?.name ?? '') : ''}
          onClose={() => setNaming(null)}
          onName={(name) => {
            setNaming(null);
            void (naming === 'rename' && current ? rename(name, current) : keep(name, null));
          }}
        />
      )}
    </>
  );
}
