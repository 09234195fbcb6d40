import type { MouseEvent, ReactNode } from 'react';
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

/** A click on a link to a draft: a browser follows it, the desktop asks first. */
export function followMail(event: MouseEvent, url: string): void {
  if (host.kind === 'browser') return;
  event.preventDefault();
  host.openLink(url).catch((error: unknown) => notifyFailure(sentenceOf(error)));
}

/** Opens a draft in the person's own mail program. Nothing is sent. */
export function MailLink({ url, className, children, onOpened }: MailLinkProps): ReactNode {
  return (
    <a
      href={url}
      className={className}
      onClick={(event) => {
        onOpened?.();
        followMail(event, url);
      }}
    >
      {children}
    </a>
  );
}
