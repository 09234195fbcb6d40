import { onTestFinished, vi } from 'vitest';
import type { Input, Output } from '#contract/index';
import { type FakeIssue, type FakeJira, stateMove } from '../../../../importers/jira/testing/fake-jira';
import { fakeServer } from '../../../../importers/mlflow/testing/golden-server';
import { type TestBackend, testBackend } from '../../../../testing/test-backend';

export const NOW = '2026-12-01T06:00:00.000Z';
export const SECRET = 'tok-4711-very-secret';

export const issue = (number: number, more: Partial<FakeIssue> = {}): FakeIssue => ({
  id: String(10_000 + number),
  key: `OPS-${number}`,
  created: `2026-11-0${number}T08:00:00.000Z`,
  updated: `2026-11-0${number}T09:00:00.000Z`,
  summary: `Ticket ${number}`,
  status: '1',
  priority: 'High',
  ...more,
});

/** Resolved, reopened and at work again, of a component that is called as a model. */
export const claims = (more: Partial<FakeIssue> = {}): FakeIssue =>
  issue(1, {
    status: '3',
    components: ['Claims triage'],
    assignee: 'Bo',
    histories: [
      stateMove('2026-11-01T08:30:00.000Z', '1', '3'),
      stateMove('2026-11-01T12:00:00.000Z', '3', '5'),
      stateMove('2026-11-02T08:00:00.000Z', '5', '3'),
    ],
    ...more,
  });

export type Kind = Extract<Input<'connections.save'>['kind'], string>;
export interface Connected extends TestBackend {
  readonly id: string;
  readonly address: string;
  readonly stated: Input<'connections.save'>;
}

/** A connection that was agreed to, whose token is in the environment. */
export async function connected(
  kind: Kind,
  answer: Parameters<typeof fakeServer>[0],
  more: Partial<Input<'connections.save'>> = {},
): Promise<Connected> {
  vi.stubEnv('MODELFOLIO_TEST_TOKEN', SECRET);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const server = await fakeServer(answer);
  const backend = await testBackend();
  backend.at(NOW);
  const stated = {
    kind,
    label: `Tickets of ${kind}`,
    address: server.address,
    auth: 'token' as const,
    secretRef: 'env:MODELFOLIO_TEST_TOKEN',
    ...more,
  };
  const { id, origin, shown } = await backend.call('connections.save', stated);
  await backend.call('connections.agree', { id, origin, shown });
  return { ...backend, id, address: server.address, stated };
}

export const ofJira = (fake: FakeJira, more: Partial<Input<'connections.save'>> = {}): Promise<Connected> =>
  connected('jira', fake.answer, { scope: 'OPS', ...more });

type Incident = Output<'incidents.list'>['rows'][number];
export const incidents = async ({ call }: TestBackend): Promise<Incident[]> =>
  (await call('incidents.list', { sort: [{ field: 'number' }] })).rows;
