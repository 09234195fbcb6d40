import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { call, sentenceOf } from '../../client/call';
import { notifyFailure } from '../../components/ui/notify';
import { StatusMark } from '../../components/ui/status-mark';

/** Recomputes the chain of the whole journal and says whether it holds. */
export function VerifyButton(): ReactNode {
  const [result, setResult] = useState<Output<'journal.verify'> | null>(null);
  const [pending, setPending] = useState(false);
  const verify = async (): Promise<void> => {
    setPending(true);
    try {
      setResult(await call('journal.verify', {}));
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
    setPending(false);
  };
  return (
    <div className="mf-verify">
      <span role="status">
        {result ? <StatusMark status={result.ok ? 'ok' : 'act'} label={result.message} /> : null}
      </span>
      <Button variant="default" loading={pending} onClick={() => void verify()}>
        Verify the journal
      </Button>
    </div>
  );
}
