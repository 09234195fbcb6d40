import { Button, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { host } from '../../client/host';
import { useCommand } from '../../client/use-command';
import { useFileActions } from '../../client/use-file-actions';
import { Panel } from '../../components/ui/panel';
import { formatCount } from '../../lib/format';
import { ROLE_LABELS } from '../../lib/share-words';
import { FoundList } from './found-list';
import { LoginFields } from './login-fields';
import { readLogin, useLogin } from './use-login';

/** Makes a copy of a portfolio that others share. */
export function JoinCard({ keyStore }: { readonly keyStore: boolean }): ReactNode {
  const form = useLogin('join');
  const [chosen, setChosen] = useState<string | null>(null);
  const { enter } = useFileActions();
  const { run, pending } = useCommand('share.join', {
    words: ({ name, entries }) => `Your copy of ${name} is here, with ${formatCount(entries, 'entry', 'entries')}.`,
  });
  const portfolios = form.found?.portfolios ?? [];
  const portfolio = portfolios.find(({ id }) => id === chosen) ?? (portfolios.length === 1 ? portfolios[0] : undefined);
  const login = readLogin(form.fields);
  const join = async (): Promise<void> => {
    if (portfolio === undefined || typeof login === 'string') return;
    const place = await host.pickNewPortfolio(portfolio.name);
    if (place === null) return;
    const remember = keyStore && form.fields.remember;
    const file = place !== 'default' && { file: place.token };
    if ((await run({ ...login, ...file, portfolio: portfolio.id, remember })) !== null) await enter();
  };
  const ok = form.found?.ok === true;
  return (
    <Panel
      title="Join a shared portfolio"
      hint="With the address and the login that the database team gave you. An address that a colleague copied for you fills the first fields."
      className="mf-way-in"
    >
      <LoginFields form={form} keyStore={keyStore} />
      <FoundList form={form} />
      {ok && portfolios.length > 1 && (
        <Radio.Group label="Which one" value={portfolio?.id ?? ''} onChange={setChosen} className="mf-which">
          {portfolios.map(({ id, name, role }) => (
            <Radio key={id} value={id} label={name} description={`you are ${ROLE_LABELS[role].toLowerCase()}`} />
          ))}
        </Radio.Group>
      )}
      <div className="mf-way-in-foot">
        {ok && (
          <Button disabled={portfolio === undefined} loading={pending} onClick={() => void join()}>
            {portfolio === undefined ? 'Join' : `Join ${portfolio.name}`}
          </Button>
        )}
        <Button variant="default" loading={form.testing} disabled={pending} onClick={() => void form.test()}>
          {form.found === null ? 'Test' : 'Test again'}
        </Button>
        {!ok && <span className="mf-muted">Join is offered once the test holds</span>}
      </div>
    </Panel>
  );
}
