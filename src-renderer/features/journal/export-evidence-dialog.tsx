import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { call, sentenceOf } from '../../client/call';
import { host } from '../../client/host';
import { Dialog } from '../../components/ui/dialog';
import { DialogEnding } from '../../components/ui/dialog-ending';
import { locale, paper } from '../../lib/certificate-paper';
import { fileName } from '../../lib/file-name';
import { localDay } from '../../lib/local-day';
import { utcToday } from '../../lib/utc-today';
import { type Evidence, EvidenceFacts } from './evidence-facts';
import './evidence.css';

interface Props {
  /** Of the portfolio. */
  readonly name: string;
  /** Days that the journal is searched by, as a first choice; '' = none. */
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}

interface Done {
  readonly name: string;
  readonly evidence: Evidence;
}

/** A part of the journal as a signed file, and a page about it. */
export function ExportEvidenceDialog({ name, from, to, onClose }: Props): ReactNode {
  const [days, setDays] = useState({ from, to });
  const [values, setValues] = useState(true);
  const [certified, setCertified] = useState(true);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState('');
  const [done, setDone] = useState<Done | null>(null);

  const make = async (): Promise<void> => {
    const today = localDay(new Date());
    const target = await host.pickTarget(fileName(name, 'journal', today, 'jsonl'));
    if (target === null) return;
    const page = certified ? await host.pickTarget(fileName(name, 'journal certificate', today, 'pdf')) : null;
    const { evidence } = await call('journal.export', {
      out: target.token,
      values,
      ...(days.from !== '' && { fromDay: days.from }),
      ...(days.to !== '' && { toDay: days.to }),
      ...(page && { certificate: { out: page.token, locale, paper } }),
    });
    await host.deliverTarget(target);
    if (page) await host.deliverTarget(page);
    setDone({ name: target.name, evidence });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPending(true);
    setFailure('');
    try {
      await make();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
    setPending(false);
  };

  const day = (key: 'from' | 'to', label: string): ReactNode => (
    <TextInput
      type="date"
      label={label}
      max={utcToday()}
      value={days[key]}
      onChange={({ currentTarget: { value } }) => setDays((before) => ({ ...before, [key]: value }))}
    />
  );
  if (done)
    return (
      <Dialog title="Exported, and read again" size={620} onClose={onClose}>
        <EvidenceFacts name={done.name} evidence={done.evidence} />
        <div className="mf-dialog-buttons">
          <Button onClick={onClose}>Done</Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title="Export the journal as evidence" size={520} onClose={onClose}>
      <form className="mf-evidence-form" onSubmit={(event) => void submit(event)}>
        <p className="mf-muted">
          A signed file in which every alteration is found, on any computer and without the portfolio. Days are UTC;
          left empty, the whole journal is taken.
        </p>
        <div className="mf-evidence-days">
          {day('from', 'From')}
          {day('to', 'Up to and with')}
        </div>
        <Checkbox
          label="With what was changed"
          description="Values before and after. Without them the file holds who did what and when, and digests of the values."
          checked={values}
          onChange={(event) => setValues(event.currentTarget.checked)}
        />
        <Checkbox
          label="With a certificate to print (PDF)"
          description="Range, people, last hash, key and clock on a page, for an auditor."
          checked={certified}
          onChange={(event) => setCertified(event.currentTarget.checked)}
        />
        <DialogEnding failure={failure} pending={pending} label="Export" onClose={onClose} />
      </form>
    </Dialog>
  );
}
