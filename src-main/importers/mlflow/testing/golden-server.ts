import { onTestFinished } from 'vitest';
import { type Answer, type FakeServer, type Golden, goldenAnswer, startServer } from './golden';

/** A server on this computer, gone when the test has finished. */
export async function fakeServer(answer: Answer): Promise<FakeServer> {
  const server = await startServer(answer);
  onTestFinished(() => server.close());
  return server;
}

export const goldenServer = (golden: Golden): Promise<FakeServer> => fakeServer(goldenAnswer(golden));
