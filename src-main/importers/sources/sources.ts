import type { ConnectionKind } from '#domain/connections/kinds';
import { evidentlySource } from '../evidently/evidently-source';
import { jiraSource } from '../jira/jira-source';
import { kubeflowSource } from '../kubeflow/kubeflow-source';
import { mlflowFilesSource } from '../mlflow/mlflow-files-source';
import { mlflowSource } from '../mlflow/mlflow-source';
import { pagerDutySource } from '../pagerduty/pagerduty-source';
import { sagemakerSource } from '../sagemaker/sagemaker-source';
import { serviceNowSource } from '../servicenow/servicenow-source';
import { unityCatalogSource } from '../unity-catalog/unity-catalog-source';
import { vertexAiSource } from '../vertex-ai/vertex-ai-source';
import type { Source } from './source';

/** What reads each kind. */
export const SOURCES: Readonly<Record<ConnectionKind, Source>> = {
  mlflow: mlflowSource,
  evidently: evidentlySource,
  jira: jiraSource,
  servicenow: serviceNowSource,
  pagerduty: pagerDutySource,
  sagemaker: sagemakerSource,
  unity_catalog: unityCatalogSource,
  kubeflow: kubeflowSource,
  vertex_ai: vertexAiSource,
  mlflow_files: mlflowFilesSource,
};
