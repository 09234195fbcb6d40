import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { host } from '../../client/host';
import { useFileActions } from '../../client/use-file-actions';
import { useWorkspace } from '../../client/use-workspace';
import { NewPassphrase } from '../../components/passphrase/new-passphrase';
import { Dialog } from '../../components/ui/dialog';
import { currencyOptions, likelyCurrency } from '../../lib/currencies';
import { NO_PASSPHRASE, passphraseProblem } from '../../lib/passphrase-words';
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
  const { data: workspace } = useWorkspace();
  const [lock, setLock] = useState(false);
  const [chosen, setChosen] = useState(NO_PASSPHRASE);
  const problem = lock ? passphraseProblem(chosen.passphrase, chosen.again) : '';
  const currencies = useMemo(() => [...currencyOptions()], []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(true);
    if (name.trim() === '' || problem !== '') {
      return;
    }
    setPending(true);
    const { passphrase, remember } = chosen;
    const created = await create(name.trim(), currency, lock ? { passphrase, remember } : undefined);
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
      <Checkbox
        label="Encrypt with a passphrase"
        description="For what nobody else may read, even with the file in hand. It can be done or undone later."
        checked={lock}
        onChange={(event) => setLock(event.currentTarget.checked)}
      />
      {lock && (
        <NewPassphrase
          chosen={chosen}
          change={setChosen}
          problem={missing ? problem : ''}
          keyStore={workspace?.keyStore === true}
        />
      )}
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
    <Dialog title={toAssess ? 'A portfolio for the assessment' : 'New portfolio'} size={440} onClose={close}>
      <NewPortfolioForm close={close} toAssess={toAssess} />
    </Dialog>
  );
}
