import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { MailLink } from '../../components/ui/mail-link';
import { copyText } from '../../lib/copy-text';
import { mailDraft } from '../../lib/mail-draft';

interface WordsProps {
  readonly subject: string;
  readonly text: string;
  /** Another button beside. */
  readonly children?: ReactNode;
}

/** A text that somebody sends to others by the ways of their house; nothing is sent from here. */
export function WordsToSend({ subject, text, children }: WordsProps): ReactNode {
  const [copied, setCopied] = useState('');
  const { url } = mailDraft({ to: '', subject, bodyWith: () => text, rows: 0 });
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the keys */}
      <pre className="mf-ask mf-words" tabIndex={0}>
        {text}
      </pre>
      <div className="mf-share-ways">
        <MailLink url={url} className="mf-words-mail">
          Write a mail
        </MailLink>
        <Button variant="default" onClick={() => setCopied(copyText(text) ? text : '')}>
          {copied === text ? 'Copied' : 'Copy'}
        </Button>
        {children}
      </div>
    </>
  );
}
