import type { ReactNode } from 'react';
import { Kbd } from '../../components/ui/kbd';

export interface PaletteEntry {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail?: string;
  readonly shortcut?: string;
  readonly run: () => void;
}

interface PaletteOptionProps {
  readonly entry: PaletteEntry;
  readonly selected: boolean;
  /** The first of its group: the group's name stands above it. */
  readonly headed: boolean;
  readonly choose: () => void;
}

export function PaletteOption({ entry, selected, headed, choose }: PaletteOptionProps): ReactNode {
  return (
    <>
      {headed ? (
        <div className="mf-palette-group" role="presentation">
          {entry.group}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above handles the keys, as its pattern asks */}
      <div
        className="mf-palette-option"
        id={entry.id}
        role="option"
        tabIndex={-1}
        aria-selected={selected}
        onClick={choose}
      >
        <span className="mf-cut">{entry.label}</span>
        {entry.detail ? <span className="mf-palette-detail mf-cut">{entry.detail}</span> : null}
        {entry.shortcut ? <Kbd shortcut={entry.shortcut} /> : null}
      </div>
    </>
  );
}
