import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly error?: string;
  /** A new one is not filled in by a browser, and offered to be kept by whoever keeps passwords. */
  readonly fresh?: boolean;
  readonly focus?: boolean;
}

/** Nothing of it is seen before it is shown on purpose. */
export function PassphraseField({ label, value, onChange, fresh, focus, ...rest }: PassphraseFieldProps): ReactNode {
  return (
    <PasswordInput
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete={fresh ? 'new-password' : 'current-password'}
      spellCheck={false}
      maxLength={1000}
      visibilityToggleButtonProps={{ 'aria-label': `Show or hide: ${label}`, tabIndex: 0 }}
      {...(focus && { 'data-autofocus': true })}
      {...rest}
    />
  );
}
