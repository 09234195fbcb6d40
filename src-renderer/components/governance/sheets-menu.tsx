import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { TEMPLATE_IDS, TEMPLATE_LABELS } from '#domain/governance/vocabulary';
import { formatShare } from '../../lib/format';
import { useSheets } from './use-sheets';

interface SheetsMenuProps {
  /** Of which models; left out: all. */
  readonly ids?: () => readonly string[];
  readonly at?: string | undefined;
  /** What the sheets are of: `All models`. */
  readonly what: string;
  readonly compact?: boolean;
}

const FORMATS = [
  ['xlsx', 'XLSX'],
  ['pdf', 'PDF'],
] as const;

/** The sheets that other houses ask for, each as a table and as pages. */
export function SheetsMenu({ ids, at, what, compact = false }: SheetsMenuProps): ReactNode {
  const { running, cancel, make, ready } = useSheets();
  const size = compact ? { size: 'compact-sm' as const } : {};
  if (running !== null) {
    const { done, total, cancelling } = running;
    return (
      <Button {...size} variant="default" loading={cancelling} onClick={cancel}>
        Cancel the sheet{total ? ` (${formatShare(done / total)})` : ''}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" width={340} withInitialFocusPlaceholder={false} withinPortal>
      <Menu.Target>
        <Button {...size} variant="default" disabled={!ready}>
          Sheets
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{what}, with what is missing</Menu.Label>
        {FORMATS.map(([format, word]) =>
          TEMPLATE_IDS.map((template) => (
            <Menu.Item
              key={`${template} ${format}`}
              onClick={() => make({ template, format, ...(ids && { ids: ids() }), ...(at !== undefined && { at }) })}
            >
              {TEMPLATE_LABELS[template]}, {word}…
            </Menu.Item>
          )),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
