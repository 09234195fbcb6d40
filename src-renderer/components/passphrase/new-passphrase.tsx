import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { type ChosenPassphrase, lengthWords } from '../../lib/passphrase-words';
import { PassphraseField } from './passphrase-field';
import './passphrase.css';

interface NewPassphraseProps {
  readonly chosen: ChosenPassphrase;
  readonly change: (chosen: ChosenPassphrase) => void;
  /** What stands against it; '' = nothing. */
  readonly problem: string;
  /** The system has a key store. */
  readonly keyStore: boolean;
  readonly label?: string;
  readonly focus?: boolean;
}

/** A passphrase that somebody chooses, typed twice, with what it means to forget it. */
export function NewPassphrase({
  chosen,
  change,
  problem,
  keyStore,
  label = 'Passphrase',
  focus,
}: NewPassphraseProps): ReactNode {
  return (
    <div className="mf-passphrase">
      <PassphraseField
        label={label}
        value={chosen.passphrase}
        description={lengthWords(chosen.passphrase)}
        fresh
        focus={focus === true}
        onChange={(passphrase) => change({ ...chosen, passphrase })}
      />
      <PassphraseField
        label="The same again"
        value={chosen.again}
        error={problem}
        fresh
        onChange={(again) => change({ ...chosen, again })}
      />
      <p className="mf-passphrase-warning">
        Nobody can bring a forgotten passphrase back: no copy of it is kept, and without it the portfolio and its
        backups stay closed for ever. Write it down where you keep such things.
      </p>
      {keyStore && <RememberHere checked={chosen.remember} onChange={(remember) => change({ ...chosen, remember })} />}
    </div>
  );
}

export function RememberHere({
  checked,
  onChange,
}: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactNode {
  return (
    <Checkbox
      label="Remember on this computer"
      description="In the key store of the system: whoever is logged in as you opens it without the passphrase."
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
