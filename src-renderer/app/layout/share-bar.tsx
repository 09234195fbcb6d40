import { Menu, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChannel } from '../../client/use-query';
import type { SharedStatus } from '../../client/use-share';
import { Initials } from '../../components/sharing/initials';
import { formatCount, formatNumber } from '../../lib/format';
import { stateWords } from '../../lib/share-state';
import { whereWords } from '../../lib/share-words';
import './share-bar.css';

/** As many are shown by their initials; the list has all. */
const SHOWN = 3;

/** Who else is here, as initials that open into a list. */
function Here({ here }: Pick<SharedStatus, 'here'>): ReactNode {
  if (here.length === 0) return null;
  const words = formatCount(here.length, 'other here', 'others here');
  return (
    <Menu position="bottom-start" width={300} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className="mf-share-here" aria-label={`${words}. Show who`}>
          {here.slice(0, SHOWN).map(({ user, name }) => (
            <Initials key={user} name={name} />
          ))}
          <span className="mf-share-count">{words}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {here.map(({ user, name, here: at }) => (
          <Menu.Item key={user} component={Link} to={at.modelId === null ? at.page : `/models/${at.modelId}`}>
            <span className="mf-share-person">
              <Initials name={name} />
              <span>
                {name} <span className="mf-muted">{whereWords(at)}</span>
              </span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function NotShared({ pending }: { readonly pending: number }): ReactNode {
  const { data } = useChannel('share.pending', {}, { enabled: pending > 0 });
  if (pending === 0) return null;
  const asks = data?.rows.filter(({ refusal }) => refusal !== null).length ?? 0;
  return (
    <Link to="/settings/sharing" className="mf-share-waits">
      <span aria-hidden="true">▲</span> <span className="mf-share-waits-words">Not yet shared:</span>{' '}
      {formatNumber(pending)}
      {asks > 0 && (
        <span className="mf-share-asks">, {asks === 1 ? '1 asks you' : `${formatNumber(asks)} ask you`}</span>
      )}
    </Link>
  );
}

/** Where a shared portfolio is, whether it is reached, who is here, and what the others do not have yet. */
export function ShareBar({ share }: { readonly share: SharedStatus }): ReactNode {
  const { mark, text, tone } = stateWords(share);
  return (
    <div className="mf-share">
      <Link to="/settings/sharing" className="mf-share-where mf-cut" title={`Shared on ${share.server.host}`}>
        shared, {share.server.host}
      </Link>
      <Link
        to="/settings/sharing"
        className="mf-share-state mf-cut"
        data-tone={tone}
        {...(share.message !== '' && { title: share.message })}
      >
        <span aria-hidden="true">{mark}</span> {text}
      </Link>
      <Here here={share.here} />
      <NotShared pending={share.pending} />
    </div>
  );
}
