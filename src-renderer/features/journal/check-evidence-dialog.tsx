import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ChosenFile } from '../../../src-preload/bridge';
import { call, sentenceOf } from '../../client/call';
import { host } from '../../client/host';
import { useFileJob } from '../../client/use-file-job';
import { Dialog } from '../../components/ui/dialog';
import { notifyFailure } from '../../components/ui/notify';
import { locale, paper } from '../../lib/certificate-paper';
import { useDialogs } from '../../stores/dialogs';
import { type Evidence, EvidenceFacts } from './evidence-facts';
import '../../components/ui/dialog-ending.css';
import './evidence.css';

interface Checked {
  readonly file: ChosenFile;
  readonly evidence: Evidence;
}

function Check(): ReactNode {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [pending, setPending] = useState(false);
  const { running, start } = useFileJob<'certificate'>();
  const choose = async (): Promise<void> => {
    setPending(true);
    try {
      const file = await host.pickFile('table');
      if (file) setChecked({ file, evidence: await call('journal.verifyExport', { file: file.token }) });
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
    setPending(false);
  };
  const print = ({ file }: Checked): void =>
    void start({
      kind: 'certificate',
      name: `${file.name.replace(/\.jsonl$/, '')} certificate.pdf`,
      make: (out, jobId) => call('journal.certificate', { file: file.token, out, jobId, locale, paper }),
    });
  return (
    <>
      {checked ? (
        <EvidenceFacts name={checked.file.name} evidence={checked.evidence} />
      ) : (
        <p className="mf-muted">
          An exported journal (.jsonl) of any portfolio, from any computer. Every byte of it is read: an entry that was
          altered, taken out or put in is found, and said where.
        </p>
      )}
      <div className="mf-dialog-buttons">
        {checked && (
          <Button variant="default" loading={running !== null} onClick={() => print(checked)}>
            Certificate (PDF)…
          </Button>
        )}
        <Button loading={pending} onClick={() => void choose()}>
          {checked ? 'Check another file…' : 'Choose the file…'}
        </Button>
      </div>
    </>
  );
}

/** Opened by the command `journal.check`, with a portfolio or without one. */
export function CheckEvidenceDialog(): ReactNode {
  const { open, close } = useDialogs();
  if (open !== 'check-evidence') return null;
  return (
    <Dialog title="Check an exported journal" size={620} onClose={close}>
      <Check />
    </Dialog>
  );
}
