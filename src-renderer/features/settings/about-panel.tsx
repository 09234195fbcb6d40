import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../components/ui/panel';

const FAILED = 'The notices could not be read. They lie in the program’s folder as third-party-notices.txt.';

async function readNotices(): Promise<string> {
  const response = await fetch('/third-party-notices.txt');
  if (!response.ok) throw new Error(FAILED);
  return response.text();
}

/** Which program this is, and the works of others that it contains. */
export function AboutPanel({ version }: { readonly version: string }): ReactNode {
  const [notices, setNotices] = useState<string | null>(null);
  const open = (): void =>
    void readNotices().then(setNotices, () => {
      setNotices(FAILED);
    });
  return (
    <Panel
      title="About Modelfolio"
      hint={`Version ${version}. Nothing leaves this computer.`}
      actions={
        <Button size="xs" variant="default" onClick={open}>
          Works of others
        </Button>
      }
    >
      <Modal
        opened={notices !== null}
        onClose={() => setNotices(null)}
        title="Works of others in Modelfolio"
        size={760}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard only where it can have the focus */}
        <section className="mf-notices" tabIndex={0} aria-label="Notices">
          <pre>{notices}</pre>
        </section>
      </Modal>
    </Panel>
  );
}
