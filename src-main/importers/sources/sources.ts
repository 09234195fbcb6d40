import type { ConnectionKind } from '#domain/connections/kinds';
import { mlflowSource } from '../mlflow/mlflow-source';
import type { Source } from './source';

/** What reads each kind. */
export const SOURCES: Readonly<Record<ConnectionKind, Source>> = {
  mlflow: mlflowSource,
};
