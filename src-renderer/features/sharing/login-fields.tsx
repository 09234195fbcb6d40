import { Checkbox, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { FileField } from './file-field';
import type { LoginForm } from './use-login';

interface LoginFieldsProps {
  readonly form: LoginForm;
  /** This computer has a key store: whether it keeps the proof can be said. */
  readonly keyStore: boolean;
  /** What else is asked. */
  readonly children?: ReactNode;
}

/** Address, database, certificate of the server, and what proves the login. */
export function LoginFields({ form, keyStore, children }: LoginFieldsProps): ReactNode {
  const { fields, put, putHost, found } = form;
  const id = useId();
  const row = (name: string, label: string, field: ReactNode): ReactNode => (
    <div className="mf-login-row">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      {field}
    </div>
  );
  return (
    <div className="mf-login">
      {row(
        'host',
        'Address',
        <span className="mf-login-address">
          <TextInput
            id={`${id}-host`}
            value={fields.host}
            placeholder="pg.example.org"
            spellCheck={false}
            error={Boolean(found?.provesToBe)}
            onChange={(event) => putHost(event.currentTarget.value)}
          />
          <TextInput
            aria-label="Port"
            inputMode="numeric"
            leftSection={<span className="mf-muted">port</span>}
            leftSectionWidth={44}
            value={fields.port}
            onChange={(event) => put({ port: event.currentTarget.value })}
          />
        </span>,
      )}
      {row(
        'database',
        'Database',
        <TextInput
          id={`${id}-database`}
          value={fields.database}
          spellCheck={false}
          onChange={(event) => put({ database: event.currentTarget.value })}
        />,
      )}
      <FileField
        label="CA file"
        file={fields.ca}
        none="those that this computer trusts"
        onChoose={(ca) => put({ ca })}
      />
      {row(
        'user',
        'Login',
        <TextInput
          id={`${id}-user`}
          value={fields.user}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => put({ user: event.currentTarget.value })}
        />,
      )}
      <div className="mf-login-row">
        <span id={`${id}-by`}>Proved by</span>
        <SegmentedControl
          size="xs"
          aria-labelledby={`${id}-by`}
          data={[
            { value: 'password', label: 'Password' },
            { value: 'certificate', label: 'Certificate' },
          ]}
          value={fields.by}
          onChange={(by) => put({ by: by === 'certificate' ? by : 'password' })}
        />
      </div>
      {fields.by === 'password' ? (
        row(
          'password',
          'Password',
          <PasswordInput
            id={`${id}-password`}
            value={fields.password}
            autoComplete="off"
            onChange={(event) => put({ password: event.currentTarget.value })}
          />,
        )
      ) : (
        <>
          <FileField
            label="Certificate"
            file={fields.certificate}
            none="of your login, PEM"
            onChoose={(certificate) => put({ certificate })}
          />
          <FileField label="Key" file={fields.key} none="of that certificate, PEM" onChoose={(key) => put({ key })} />
        </>
      )}
      {children}
      {keyStore && (
        <Checkbox
          className="mf-login-remember"
          label="Keep it in the key store of this computer"
          description="Never in the portfolio file. Without it you are asked at each start."
          checked={fields.remember}
          onChange={(event) => put({ remember: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
