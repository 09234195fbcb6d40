import { Menu, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { runCommand, useCommandList } from '../../commands/registry';
import { Kbd } from '../../components/ui/kbd';

/** The portfolio's name, and what can be done with its file. */
export function FileMenu({ name }: { readonly name: string }): ReactNode {
  const files = useCommandList().filter((command) => command.group === 'File');
  return (
    <Menu position="bottom-start" width={260} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className="mf-bar-name" title={name}>
          <span className="mf-cut">{name}</span>
          <span className="mf-bar-caret" aria-hidden="true">
            ▾
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map((command) => (
          <Menu.Item
            key={command.id}
            onClick={() => runCommand(command.id)}
            rightSection={command.shortcut ? <Kbd shortcut={command.shortcut} /> : null}
          >
            {command.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
