import { onTestFinished } from 'vitest';
import { readAddress } from '#domain/connections/address';
import { openRemote, type Remote } from '../../remote/remote';

/** A way to a server of a test, gone when the test has finished. */
export function remoteTo(text: string): Remote {
  const address = readAddress(text);
  if (!address.ok) throw new Error(address.message);
  const remote = openRemote({
    address: address.value,
    headers: {},
    secrets: [],
    ca: null,
    signal: new AbortController().signal,
    limits: { silenceMs: 2_000, requestMs: 3_000, wholeMs: 20_000, waitMs: 1_500 },
  });
  onTestFinished(() => remote.close());
  return remote;
}
