import type { ReactNode } from 'react';
import { sentenceOf } from '../../client/call';
import { host } from '../../client/host';
import { isWebAddress } from '../../lib/web-address';
import { notifyFailure } from './notify';

interface WebLinkProps {
  readonly url: string;
  readonly children: ReactNode;
  /** Shown where the address may not be followed; nothing when left out. */
  readonly otherwise?: ReactNode;
}

/** An address out of somebody's data: opened by the host, which on the desktop shows it whole and asks first. */
export function WebLink({ url, children, otherwise = null }: WebLinkProps): ReactNode {
  if (!isWebAddress(url)) return otherwise;
  return (
    <a
      href={url}
      rel="noreferrer noopener"
      title={url}
      onClick={(event) => {
        event.preventDefault();
        host.openLink(url).catch((error: unknown) => notifyFailure(sentenceOf(error)));
      }}
    >
      {children}
    </a>
  );
}
