import { describe, expect, it } from 'vitest';
import {
  type Connection,
  consentLines,
  foundWords,
  headlineOf,
  lastWords,
  nextWords,
  saidNow,
  statusOf,
} from './connection-words';

const GOOD = {
  at: '2026-11-26T06:00:00.000Z',
  ms: 2100,
  version: '3.17.2',
  workspace: '',
  models: 18,
  versions: 74,
  prompts: 0,
};
const connection = (more: Partial<Connection> = {}): Connection => ({
  id: 'c',
  kind: 'mlflow',
  label: 'MLflow, claims',
  address: 'https://mlflow.example',
  scope: '',
  auth: 'token',
  login: '',
  secretRef: 'kept',
  caFile: '',
  plainHttp: false,
  refresh: 'daily',
  mapping: { tags: [], models: [], attach: [], words: [], runCost: null },
  origin: 'https://mlflow.example',
  host: 'mlflow.example',
  port: 443,
  proxy: '',
  agreed: true,
  shown: '',
  secret: 'here',
  keepsSecret: true,
  lastGood: GOOD,
  trouble: null,
  waiting: 0,
  unchanged: 18,
  takenBack: false,
  taken: null,
  next: '2026-11-27T06:00:00.000Z',
  ...more,
});
const trouble = {
  at: '2026-11-26T07:00:00.000Z',
  what: 'mlflow.example does not take the secret (401)',
  todo: 'Ask for a new one',
  notBefore: null,
};

describe('what is said of a connection', () => {
  it('is said anew in a part, and all else stays as it is kept now', () => {
    const opened = connection({ refresh: 'by_hand' });
    const now = connection({ mapping: { ...opened.mapping, models: [{ name: 'Churn', modelId: 'm1' }] } });
    const attach = [{ by: 'project' as const, is: 'OPS', modelId: 'm2' }];
    expect(saidNow([connection({ id: 'other' }), now], opened, { attach })).toMatchObject({
      id: 'c',
      refresh: 'daily',
      mapping: { ...now.mapping, attach },
    });
    expect(saidNow([], opened, { attach })).toMatchObject({ id: 'c', mapping: { attach } });
  });
});

describe('a page of connections', () => {
  it.each([
    [[connection()], '1 connection, nothing new when last read'],
    [[connection({ waiting: 3 }), connection()], '2 connections: 3 models with something new'],
    [[connection({ trouble }), connection({ waiting: 3 })], '2 connections, but 1 of them could not be read'],
    [[connection({ trouble })], '1 connection, but it could not be read'],
    [[connection({ takenBack: true })], '1 connection: what it brought was undone'],
    [[connection({ agreed: false })], '1 connection, but it was not agreed to on this computer'],
    [[connection({ lastGood: null })], '1 connection, but it was never read so far'],
  ])('is named by what is not fresh', (all, said) => {
    expect(headlineOf(all)).toBe(said);
  });

  it('says of a failure what it is and what to do, and what was last good', () => {
    const failed = connection({ trouble, next: null });
    expect(foundWords(failed)).toEqual({ first: trouble.what, second: trouble.todo });
    expect(lastWords(failed).second).toMatch(/^last read 26 Nov 2026/);
    expect(nextWords(failed)).toEqual({ first: 'stopped', second: 'until it is mended' });
    expect(statusOf(failed).status).toBe('act');
  });

  it('never calls fresh what nobody agreed to or what has no secret here', () => {
    expect(statusOf(connection({ agreed: false })).word).toBe('Not read');
    expect(statusOf(connection({ secret: 'missing' })).word).toBe('Not read');
  });
});

it('names host, port and where the secret comes from before the first request', () => {
  const lines = new Map(consentLines(connection({ secretRef: 'env:TOKEN' })).map(({ label, text }) => [label, text]));
  expect(lines.get('To')).toBe('mlflow.example, port 443');
  const signed = connection({ kind: 'sagemaker', auth: 'password', login: 'AKIDEXAMPLE', secretRef: 'env:KEY' });
  expect(consentLines(signed).find(({ label }) => label === 'Sent')?.text).toBe(
    'the access key AKIDEXAMPLE, its session token if it has one, and a signature made with your secret access key out of the variable KEY; the key itself stays here; the questions themselves',
  );
  const through = new Map(
    consentLines(connection({ proxy: 'proxy.example:8080' })).map(({ label, text }) => [label, text]),
  );
  expect(through.get('To')).toBe('mlflow.example, port 443, through the proxy proxy.example:8080');
  expect(lines.get('Sent')).toContain('your token out of the variable TOKEN');
  expect(
    new Map(consentLines(connection({ origin: 'http://mlflow.example' })).map(({ label, text }) => [label, text])).get(
      'Proved by',
    ),
  ).toMatch(/without encryption/);
});
