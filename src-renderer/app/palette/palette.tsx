import { Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { foldText } from '#domain/base/search-text';
import { type AppCommand, isEnabled, useCommandList } from '../../commands/registry';
import { useDialogs } from '../../stores/dialogs';
import { type PaletteEntry, PaletteOption } from './palette-option';
import { rankCommands } from './rank-commands';
import { useFound } from './use-found';
import './palette.css';

const commandEntry = (command: AppCommand): PaletteEntry => ({
  id: `command-${command.id.replaceAll('.', '-')}`,
  group: command.group,
  label: command.label,
  ...(command.shortcut ? { shortcut: command.shortcut } : {}),
  run: command.run,
});

/**
 * Commands whose name begins as typed, then things, then the other commands. Of an empty query what was opened lately comes
 * first, but for what is new this week.
 */
function useEntries(query: string, portfolioOpen: boolean): readonly PaletteEntry[] {
  const commands = useCommandList().filter((command) => command.id !== 'view.palette' && isEnabled(command));
  const found = useFound(query, portfolioOpen);
  const typed = foldText(query);
  const ranked = rankCommands(commands, query).map(commandEntry);
  const meant = ranked.filter(({ id, label }) =>
    typed === '' ? id === 'command-view-week' && / new$/.test(label) : foldText(label).startsWith(typed),
  );
  return [...meant, ...found, ...ranked.filter((entry) => !meant.includes(entry))];
}

function PaletteBody({ portfolioOpen }: { readonly portfolioOpen: boolean }): ReactNode {
  const close = useDialogs((state) => state.close);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const entries = useEntries(query, portfolioOpen);
  const current = Math.min(at, entries.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const choose = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    close();
    // After the dialog has given the focus back, so that the command decides where it goes.
    window.setTimeout(entry.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((current + step + entries.length) % Math.max(entries.length, 1));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(entries[current]);
    }
  };

  return (
    <>
      <input
        className="mf-palette-input"
        data-autofocus
        role="combobox"
        aria-label={portfolioOpen ? 'Search models, incidents, scenarios, settings, or run a command' : 'Run a command'}
        aria-expanded={entries.length > 0}
        aria-controls="mf-palette-list"
        aria-autocomplete="list"
        aria-activedescendant={entries[current]?.id}
        placeholder={
          portfolioOpen ? 'Search models, incidents, scenarios, settings, or run a command' : 'Run a command'
        }
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="mf-palette-list" id="mf-palette-list" role="listbox" aria-label="Things and commands" ref={list}>
        {entries.map((entry, index) => (
          <PaletteOption
            key={entry.id}
            entry={entry}
            selected={index === current}
            headed={entries[index - 1]?.group !== entry.group}
            choose={() => choose(entry)}
          />
        ))}
      </div>
      <p className="mf-palette-none" role="status">
        {entries.length === 0 ? 'Nothing fits. Try fewer letters.' : ''}
      </p>
    </>
  );
}

/** Everything that can be reached or done, by typing. */
export function Palette({ portfolioOpen }: { readonly portfolioOpen: boolean }): ReactNode {
  const { open, close } = useDialogs();
  return (
    <Modal.Root
      opened={open === 'palette'}
      onClose={close}
      size={600}
      yOffset="12vh"
      centered={false}
      // At once, both ways: opened again while it still faded it would go with its old words in it.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Search or run a command" className="mf-palette">
        <Modal.Body p={0}>
          <PaletteBody portfolioOpen={portfolioOpen} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
