import type { ConnectionKind } from '#domain/connections/kinds';
import { evidentlySource } from '../evidently/evidently-source';
import { mlflowSource } from '../mlflow/mlflow-source';
import type { Source } from './source';

/** What reads each kind. */
export const SOURCES: Readonly<Record<ConnectionKind, Source>> = {
  mlflow: mlflowSource,
  evidently: evidentlySource,
};
