import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { launchMlflow, type MlflowServer } from './mlflow-process';

const VARIABLE = 'MODELFOLIO_MLFLOW';

/** Environments of Python with MLflow (`python3 -m venv X; X/bin/pip install mlflow`), as the variable names them. */
export const mlflowEnvironments = (process.env[VARIABLE] ?? '')
  .split(delimiter)
  .filter((path) => existsSync(join(path, 'bin', 'mlflow')));

/** Writes the whole registry of a server with mlflow-export-import, where an environment has that. */
export function exportRegistry(environment: string, { address }: MlflowServer, folder: string): void {
  execFileSync(exporterOf(environment), ['--output-dir', folder, '--models', 'all', '--use-threads', 'false'], {
    stdio: 'ignore',
    env: { ...process.env, MLFLOW_TRACKING_URI: address },
  });
}

const exporterOf = (environment: string): string => join(environment, 'bin', 'export-models');
export const hasExporter = (environment: string): boolean => existsSync(exporterOf(environment));

export const mlflow = {
  why: mlflowEnvironments.length > 0 ? null : `environments of Python with MLflow, 2.x and 3.x, named by ${VARIABLE}`,
};

/** A server of its own on this computer, with an empty registry; gone when the test has finished. */
export async function startMlflow(...how: Parameters<typeof launchMlflow>): Promise<MlflowServer> {
  const server = await launchMlflow(...how);
  onTestFinished(server.kill);
  return server;
}
