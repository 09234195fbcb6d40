import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { CommandUsageError, readCommandLine, readPassphraseSources } from './line';

it('reads a call, with an empty input when none is given', () => {
  expect(readCommandLine(['models.list'])).toEqual({
    action: 'call',
    channel: 'models.list',
    input: '{}',
    portfolio: null,
    resident: true,
  });
  expect(readCommandLine(['models.list', '-', '--portfolio', 'a.modelfolio'])).toEqual({
    action: 'call',
    channel: 'models.list',
    input: '-',
    portfolio: resolve('a.modelfolio'),
    resident: true,
  });
  expect(readCommandLine(['models.list', '--no-resident'])).toMatchObject({ resident: false });
  expect(readCommandLine(['start'])).toEqual({ action: 'start' });
});

it('reads the kinds of models that are asked for', () => {
  expect(readCommandLine(['models.list', '--kind', 'agent, unknown'])).toMatchObject({ kinds: ['agent', null] });
  expect(() => readCommandLine(['models.list', '--kind', 'robot'])).toThrow(CommandUsageError);
});

it('reads which entry of the journal was looked at', () => {
  expect(readCommandLine(['models.update', '-', '--seen', '1016'])).toMatchObject({ seen: 1_016 });
  expect(() => readCommandLine(['models.update', '-', '--seen', 'all'])).toThrow(
    '"all" is no number of a journal entry',
  );
});

it('reads describe and new', () => {
  expect(readCommandLine(['describe'])).toEqual({ action: 'describe', channel: null });
  expect(readCommandLine(['describe', 'models.get'])).toEqual({ action: 'describe', channel: 'models.get' });
  expect(readCommandLine(['new', 'a.modelfolio', '--name', 'Acme', '--currency', 'USD'])).toEqual({
    action: 'new',
    file: resolve('a.modelfolio'),
    name: 'Acme',
    currency: 'USD',
    encrypt: false,
  });
});

it('reads what changes the lock of a portfolio, and where passphrases come from', () => {
  expect(readCommandLine(['encrypt', 'a.modelfolio'])).toEqual({
    action: 'lock',
    change: 'encrypt',
    file: resolve('a.modelfolio'),
  });
  expect(readPassphraseSources(['decrypt', 'a', '--passphrase-file', 'p', '--new-passphrase-fd', '3'])).toEqual({
    current: { file: resolve('p'), descriptor: null },
    fresh: { file: null, descriptor: 3 },
  });
  expect(() => readPassphraseSources(['x', '--passphrase-fd', 'three'])).toThrow(CommandUsageError);
});

it('reads refresh, which names a portfolio', () => {
  expect(readCommandLine(['refresh', '--portfolio', 'a.modelfolio'])).toEqual({
    action: 'refresh',
    portfolio: resolve('a.modelfolio'),
  });
  expect(() => readCommandLine(['refresh'])).toThrow(CommandUsageError);
});

it('reads recover', () => {
  expect(readCommandLine(['recover', 'a.modelfolio'])).toEqual({ action: 'recover', file: resolve('a.modelfolio') });
});

it.each([
  [],
  ['recover'],
  ['encrypt'],
  ['new'],
  ['new', 'a.modelfolio'],
  ['models.list', '{}', 'more'],
  ['models.list', '--what'],
  ['x', '--portfolio'],
])('refuses %j %j %j', (...argv) => {
  expect(() => readCommandLine(argv)).toThrow(CommandUsageError);
});

it('reads what a database team is to run, before and after a portfolio is shared', () => {
  const server = 'postgresql://ada@pg.example.org/modelfolio';
  const sql = { action: 'share-sql', file: resolve('a.modelfolio') };
  expect(readCommandLine(['share', 'a.modelfolio', '--server', server, '--sign', 'Ada', '--sql'])).toEqual({
    ...sql,
    user: 'ada',
    sign: 'Ada',
  });
  expect(readCommandLine(['share', 'a.modelfolio', '--sql'])).toEqual({ ...sql, user: '', sign: null });
  expect(() => readCommandLine(['share', 'a.modelfolio', '--sql', '--server', 'ada'])).toThrow(CommandUsageError);
});
