import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './column-chooser.module.css';
import { type ColumnLayout, nudgeColumn, toggleColumn } from './column-layout';

interface ColumnChooserProps {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly layout: ColumnLayout;
  readonly onChange: (layout: ColumnLayout) => void;
  readonly onReset: () => void;
}

/** Which columns are shown and in which order: what dragging a header does, for the keyboard. */
export function ColumnChooser({ columns, layout, onChange, onReset }: ColumnChooserProps): ReactNode {
  const labels = new Map(columns.map(({ id, label }) => [id, label]));
  const hidden = columns.map(({ id }) => id).filter((id) => !layout.visible.includes(id));
  const line = (id: string): ReactNode => {
    const place = layout.visible.indexOf(id);
    const label = labels.get(id) ?? id;
    return (
      <li key={id} className={css.line}>
        <label className={css.name}>
          <input
            type="checkbox"
            checked={place !== -1}
            disabled={place === 0}
            onChange={() => onChange(toggleColumn(layout, id))}
          />
          {label}
        </label>
        {place > 0 ? (
          <>
            <button
              type="button"
              className={css.nudge}
              aria-label={`Move ${label} to the left`}
              disabled={place === 1}
              onClick={() => onChange(nudgeColumn(layout, id, -1))}
            >
              ↑
            </button>
            <button
              type="button"
              className={css.nudge}
              aria-label={`Move ${label} to the right`}
              disabled={place === layout.visible.length - 1}
              onClick={() => onChange(nudgeColumn(layout, id, 1))}
            >
              ↓
            </button>
          </>
        ) : null}
      </li>
    );
  };
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default">Columns</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <ul className={css.list}>{[...layout.visible, ...hidden].map(line)}</ul>
        <Button variant="subtle" size="compact-xs" onClick={onReset}>
          Show the usual columns
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
