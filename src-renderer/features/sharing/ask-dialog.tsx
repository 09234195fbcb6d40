import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { copyText } from '../../lib/copy-text';

const ASK = `Modelfolio keeps a portfolio that a team shares in one PostgreSQL database. We need:

1. PostgreSQL 13 or later, reached from our computers over TLS, with a certificate that bears the server's name.
2. One empty database in UTF8 (a few hundred MB are plenty to begin with), and its name.
3. A login for each of us (SCRAM password or client certificate). No login is shared by two people.
4. For whoever sets it up, once: CREATE on that database and CREATEROLE, so that the roles viewer, editor, approver and owner can be made. It needs neither superuser nor extensions.
5. The CA file by which the server's certificate is checked.
6. The database in your usual backups (pg_dump or the cluster's own), and restored only after asking us.`;

/** What somebody who is no database administrator sends to those who are. */
export function AskDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog title="What to ask the database team for" size={600} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the keys */}
      <pre className="mf-ask" tabIndex={0}>
        {ASK}
      </pre>
      <div className="mf-share-ways">
        <Button variant="default" data-autofocus onClick={() => setCopied(copyText(ASK))}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </Dialog>
  );
}
