import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommandList } from '../commands/registry';
import { Kbd } from '../components/ui/kbd';
import { useDialogs } from '../stores/dialogs';
import './shortcut-sheet.css';

/** The keys of everything that can be done here and now. */
export function ShortcutSheet(): ReactNode {
  const { open, close } = useDialogs();
  const commands = useCommandList().filter((command) => command.shortcut);
  const groups = [...new Set(commands.map((command) => command.group))];
  return (
    <Modal
      opened={open === 'shortcuts'}
      onClose={close}
      title="Keyboard shortcuts"
      size={640}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className="mf-sheet">
        {groups.map((group) => (
          <section key={group} className="mf-sheet-group">
            <h3 className="mf-sheet-title">{group}</h3>
            <dl className="mf-sheet-list">
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className="mf-sheet-row">
                    <dt className="mf-cut">{command.label}</dt>
                    <dd>{command.shortcut ? <Kbd shortcut={command.shortcut} /> : null}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="mf-muted">Keys without Ctrl or Cmd can be switched off in the settings.</p>
    </Modal>
  );
}
