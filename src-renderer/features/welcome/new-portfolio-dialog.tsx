import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { host } from '../../client/host';
import { useFileActions } from '../../client/use-file-actions';
import { currencyOptions, likelyCurrency } from '../../lib/currencies';
import { useDialogs } from '../../stores/dialogs';
import './new-portfolio-dialog.css';

interface FormProps {
  readonly close: () => void;
  /** An assessment is started in it. */
  readonly toAssess: boolean;
}

function NewPortfolioForm({ close, toAssess }: FormProps): ReactNode {
  const { create } = useFileActions();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [currency, setCurrency] = useState(() => likelyCurrency(navigator.language));
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const currencies = useMemo(() => [...currencyOptions()], []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') {
      setMissing(true);
      return;
    }
    setPending(true);
    const created = await create(name.trim(), currency);
    setPending(false);
    if (!created) return;
    close();
    if (toAssess) await navigate({ to: '/assessments/start' });
  };

  return (
    <form className="mf-new" onSubmit={(event) => void submit(event)}>
      <TextInput
        data-autofocus
        label="Name"
        description="The organisation or the part of it whose models these are"
        maxLength={200}
        value={name}
        error={missing && name.trim() === '' ? 'Give the portfolio a name.' : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="Currency"
        description="What value and cost are held in"
        searchable
        allowDeselect={false}
        nothingFoundMessage="No currency fits"
        limit={60}
        data={currencies}
        value={currency}
        onChange={(value) => setCurrency(value ?? currency)}
      />
      <p className="mf-muted">
        {host.kind === 'desktop'
          ? 'Next you are asked where the file goes. Everything stays in this one file.'
          : 'The file goes into the portfolio folder of the computer that runs Modelfolio.'}
      </p>
      <div className="mf-new-actions">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" loading={pending}>
          {toAssess ? 'Create and start' : 'Create portfolio'}
        </Button>
      </div>
    </form>
  );
}

/** Opened by the command `file.new`, and by `assessment.start` where no portfolio is open. */
export function NewPortfolioDialog(): ReactNode {
  const { open, close } = useDialogs();
  const toAssess = open === 'portfolio-to-assess';
  return (
    <Modal
      opened={open === 'new-portfolio' || toAssess}
      onClose={close}
      title={toAssess ? 'A portfolio for the assessment' : 'New portfolio'}
      size={440}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <NewPortfolioForm close={close} toAssess={toAssess} />
    </Modal>
  );
}
