import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { host } from '../client/host';
import { useCommands } from '../commands/registry';
import { notify, notifyFailure } from '../components/ui/notify';
import { copyText } from '../lib/copy-text';
import { shortcutText } from '../lib/shortcut';
import { readViewLink, type ViewAddress, viewLink } from '../lib/view-address';
import { followLink } from './follow-link';

/** What the program was started with: the desktop puts a link that the system handed it behind the address. */
let first: ViewAddress | null = startedWith();

function startedWith(): ViewAddress | null {
  const given = new URLSearchParams(window.location.hash.slice(1)).get('link');
  if (given === null) return null;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return readViewLink(given);
}

/** Links to views: copied from where one stands, and followed when the system or a person hands one over. */
export function useLinks(portfolio: string | null): void {
  const { history } = useRouter();
  const copy = (): void => {
    const { pathname, search } = history.location;
    if (copyText(viewLink(`${pathname}${search}`, portfolio ?? '')))
      notify({
        id: 'copied-link',
        message: `The link to this view is copied. Paste it into the search (${shortcutText('mod+K')}) of Modelfolio, or click it where the desktop program is installed.`,
      });
    else notifyFailure('This browser did not let the link be copied. Copy the address of the tab instead.');
  };
  useCommands([
    {
      id: 'view.copyLink',
      label: 'Copy a link to this view',
      group: 'View',
      shortcut: 'mod+shift+L',
      enabled: () => portfolio !== null,
      run: copy,
    },
  ]);
  useEffect(
    () =>
      host.onNoticeOpened((address) => {
        const link = readViewLink(address);
        if (link) followLink(link, portfolio, (href) => history.push(href));
        else history.push(address);
      }),
    [history, portfolio],
  );
  useEffect(() => {
    // Without a portfolio nothing can be shown: the link waits for one.
    if (portfolio === null || first === null) return;
    const link = first;
    first = null;
    followLink(link, portfolio, (href) => history.push(href));
  }, [history, portfolio]);
}
