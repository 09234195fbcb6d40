import type { ReactNode } from 'react';
import { sentenceOf } from '../../client/call';
import { host } from '../../client/host';
import { notifyFailure } from './notify';

interface MailLinkProps {
  /** `mailto:` with subject and text. */
  readonly url: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly onOpened?: () => void;
}

/** Opens a draft in the person's own mail program: a browser follows the link, the desktop asks first. Nothing is sent. */
export function MailLink({ url, className, children, onOpened }: MailLinkProps): ReactNode {
  return (
    <a
      href={url}
      className={className}
      onClick={(event) => {
        onOpened?.();
        if (host.kind === 'browser') return;
        event.preventDefault();
        host.openLink(url).catch((error: unknown) => notifyFailure(sentenceOf(error)));
      }}
    >
      {children}
    </a>
  );
}
