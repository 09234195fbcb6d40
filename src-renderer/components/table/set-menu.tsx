import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';

interface SetMenuProps<Field> {
  readonly fields: readonly Field[];
  readonly labelOf: (field: Field) => string;
  readonly onChoose: (field: Field) => void;
}

/** Which field of all that is marked is to be set. */
export function SetMenu<Field>({ fields, labelOf, onChoose }: SetMenuProps<Field>): ReactNode {
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          Set…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {fields.map((field) => (
          <Menu.Item key={labelOf(field)} onClick={() => onChoose(field)}>
            {labelOf(field)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
