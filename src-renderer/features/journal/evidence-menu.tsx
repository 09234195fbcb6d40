import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useChannel } from '../../client/use-query';
import { runCommand } from '../../commands/registry';
import { ExportEvidenceDialog } from './export-evidence-dialog';

/** The journal for an auditor: exported and checked. */
export function EvidenceMenu({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const { data: info } = useChannel('portfolio.info', {});
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal width={260}>
        <Menu.Target>
          <Button variant="default" disabled={info === undefined}>
            Evidence
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setExporting(true)}>Export a signed file…</Menu.Item>
          <Menu.Item onClick={() => runCommand('journal.check')}>Check an exported file…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {exporting && info && (
        <ExportEvidenceDialog name={info.name} from={from} to={to} onClose={() => setExporting(false)} />
      )}
    </>
  );
}
