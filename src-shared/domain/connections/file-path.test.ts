import { describe, expect, it } from 'vitest';
import { readFilePath } from './file-path';

describe('the path of a connection', () => {
  it.each([
    [' /srv/mlflow/mlflow.db ', '/srv/mlflow/mlflow.db', 'mlflow.db'],
    ['file:///srv/ml runs/', '/srv/ml runs', 'ml runs'],
    ['C:\\Users\\ana\\mlruns\\', 'C:\\Users\\ana\\mlruns', 'mlruns'],
    ['D:/mlruns', 'D:/mlruns', 'mlruns'],
  ])('reads %j', (typed, text, host) => {
    expect(readFilePath(typed)).toMatchObject({ ok: true, value: { text, host, origin: `file://${text}`, port: 0 } });
  });

  it.each([
    ['', 'no_address'],
    ['mlruns', 'bad_path'],
    ['./mlflow.db', 'bad_path'],
    ['https://mlflow.example', 'bad_path'],
    ['\\\\server\\share\\mlflow.db', 'other_computer'],
    ['//server/share/mlflow.db', 'other_computer'],
    ['/srv/a\nb', 'bad_path'],
    [`/${'a'.repeat(600)}`, 'too_long'],
  ])('refuses %j', (typed, code) => {
    expect(readFilePath(typed)).toMatchObject({ ok: false, code });
  });
});
