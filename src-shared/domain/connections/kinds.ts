import type { FacetKind } from './facet-kinds';

/** What a connection may lead to. */
export const CONNECTION_KINDS = [
  'mlflow',
  'mlflow_files',
  'evidently',
  'jira',
  'servicenow',
  'pagerduty',
  'sagemaker',
  'unity_catalog',
  'kubeflow',
  'vertex_ai',
] as const;
export type ConnectionKind = (typeof CONNECTION_KINDS)[number];

export const CONNECTION_AUTHS = ['none', 'token', 'password'] as const;
export type ConnectionAuth = (typeof CONNECTION_AUTHS)[number];

/** What is counted of a server, each as far as its kind has such. */
export const SERVER_COUNTS = ['models', 'versions', 'prompts', 'projects', 'runs', 'series', 'incidents'] as const;
export type ServerCount = (typeof SERVER_COUNTS)[number];

/** All that people read of a kind of connection: of the dialog, the page, what is agreed to, and `describe`. */
export interface ConnectionKindFacts {
  /** In front of the server's version: `MLflow 3.17.2`. */
  readonly label: string;
  /** Behind “Connect”: `an MLflow registry`. */
  readonly server: string;
  readonly example: string;
  /** What its address is: of a server, or a path on this computer; left out: of a server. */
  readonly at?: 'path';
  /** Where the address is found. */
  readonly addressHint: string;
  /** What a part of the server is called; `null`: it has none to choose. */
  readonly scope: { readonly label: string; readonly hint: string; readonly needed?: true } | null;
  /** How one may prove who asks, the commonest first. */
  readonly auths: readonly ConnectionAuth[];
  /** What the token, the login and its password are called there. */
  readonly words: { readonly token: string; readonly login: string; readonly password: string };
  /** How somebody gets the secret. */
  readonly secretHint?: string;
  /** Its password signs each request and does not travel. */
  readonly signs?: true;
  /** The imports that its parts come in as. */
  readonly brings: readonly ('inventory' | 'versions' | 'incidents' | 'drift')[];
  /** What it is asked for, as somebody agrees to it. */
  readonly asked: string;
  /** One more with each time that it is asked for more than people agreed to, so that they are asked again; left out: the first. */
  readonly edition?: number;
  /** What is said of it, each in the singular. */
  readonly counts: readonly { readonly count: ServerCount; readonly one: string; readonly leftOut?: true }[];
  /** One thing of which something may be new. */
  readonly thing: string;
  /** What its tickets say that may tell whose they are: by rules, and never by a guess. */
  readonly facets?: readonly FacetKind[];
  /** No server of it can be had here: it was tested on its published description and on answers made after it. */
  readonly recordedOnly?: true;
}

/** One entry a kind: what reads it is the `Source` of the same name (`src-main/importers/sources`). */
export const CONNECTION_KIND_FACTS: Readonly<Record<ConnectionKind, ConnectionKindFacts>> = {
  mlflow: {
    label: 'MLflow',
    server: 'an MLflow registry',
    example: 'https://mlflow.example',
    addressHint: 'As in the browser, without what follows “#”',
    scope: { label: 'Workspace', hint: 'Empty: the server’s own' },
    auths: ['none', 'token', 'password'],
    words: { token: 'Token', login: 'Login', password: 'Password' },
    brings: ['inventory', 'versions', 'drift'],
    asked:
      'names, texts, tags, versions, stages and aliases of registered models; figures of the runs of live versions; names of experiments and daily figures of their traces; its own version',
    edition: 2,
    counts: [
      { count: 'models', one: 'model' },
      { count: 'versions', one: 'version' },
      { count: 'prompts', one: 'prompt', leftOut: true },
    ],
    thing: 'model',
  },
  mlflow_files: {
    label: 'MLflow files',
    server: 'the files of an MLflow registry',
    example: '/srv/mlflow/mlflow.db',
    at: 'path',
    addressHint: 'The SQLite file of the server, the folder of its file store, or an export of mlflow-export-import',
    scope: { label: 'Workspace', hint: 'Empty: the one called default' },
    auths: ['none'],
    words: { token: 'Token', login: 'Login', password: 'Password' },
    brings: ['inventory', 'versions', 'drift'],
    asked:
      'names, texts, tags, versions, stages and aliases of registered models; figures of the runs of live versions; from a copy, nothing is written there',
    edition: 2,
    counts: [
      { count: 'models', one: 'model' },
      { count: 'versions', one: 'version' },
      { count: 'prompts', one: 'prompt', leftOut: true },
    ],
    thing: 'model',
  },
  evidently: {
    label: 'Evidently',
    server: 'an Evidently server',
    example: 'https://evidently.example',
    addressHint: 'As in the browser, up to what follows the port',
    scope: { label: 'Project', hint: 'Empty: all of them' },
    auths: ['none', 'token', 'password'],
    words: { token: 'Token', login: 'Login', password: 'Password' },
    brings: ['drift'],
    asked: 'its projects, and of each run of a report time, tags, metadata and results; its own version',
    counts: [
      { count: 'projects', one: 'project' },
      { count: 'runs', one: 'run' },
    ],
    thing: 'model',
  },
  jira: {
    label: 'Jira',
    server: 'a Jira (Cloud or Data Center)',
    example: 'https://example.atlassian.net',
    addressHint: 'As in the browser, without what follows the first “/”',
    scope: { label: 'Project or JQL', hint: 'A key such as OPS, or a JQL', needed: true },
    auths: ['password', 'token'],
    words: { token: 'Personal access token (Data Center)', login: 'E-mail', password: 'API token' },
    brings: ['incidents'],
    asked:
      'title, text, state with its whole history, priority, person, components, labels and project of tickets; its own version and your name there',
    counts: [{ count: 'incidents', one: 'ticket' }],
    thing: 'incident',
    facets: ['component', 'label', 'project'],
    recordedOnly: true,
  },
  servicenow: {
    label: 'ServiceNow',
    server: 'an instance of ServiceNow',
    example: 'https://example.service-now.com',
    addressHint: 'As in the browser, without what follows the first “/”',
    scope: { label: 'Query', hint: 'Empty: all. “Copy query” of a filtered list' },
    auths: ['password', 'token'],
    words: { token: 'OAuth token', login: 'User', password: 'Password' },
    brings: ['incidents'],
    asked:
      'number, title, text, state, priority, person, group, configuration item and service of incidents; of sys_audit when their state changed',
    counts: [{ count: 'incidents', one: 'incident' }],
    thing: 'incident',
    facets: ['configuration_item', 'service', 'group', 'category'],
    recordedOnly: true,
  },
  pagerduty: {
    label: 'PagerDuty',
    server: 'PagerDuty',
    example: 'https://api.pagerduty.com',
    addressHint: 'https://api.eu.pagerduty.com for an account in the EU',
    scope: { label: 'Services', hint: 'Empty: all. Their ids (PIJ90N7), parted by commas' },
    auths: ['token'],
    words: { token: 'API key (read only)', login: '', password: '' },
    brings: ['incidents'],
    asked: 'title, state, priority, people, service and teams of incidents; their logs',
    counts: [{ count: 'incidents', one: 'incident' }],
    thing: 'incident',
    facets: ['service', 'group'],
    recordedOnly: true,
  },
  sagemaker: {
    label: 'SageMaker',
    server: 'a registry of Amazon SageMaker',
    example: 'https://api.sagemaker.eu-central-1.amazonaws.com',
    addressHint: 'api.sagemaker, the region, amazonaws.com',
    scope: { label: 'Region', hint: 'Empty: the one in the address' },
    auths: ['password'],
    words: {
      token: 'Token',
      login: 'Access key',
      password: 'Secret access key (a blank and the session token behind it)',
    },
    signs: true,
    brings: ['inventory', 'versions'],
    asked:
      'names, texts, versions, approval and life cycle of model packages; contents of model cards; which package each endpoint in service runs',
    counts: [
      { count: 'models', one: 'model package group' },
      { count: 'versions', one: 'version' },
    ],
    thing: 'model',
    recordedOnly: true,
  },
  unity_catalog: {
    label: 'Unity Catalog',
    server: 'the models of Databricks Unity Catalog',
    example: 'https://dbc-a1b2c3d4.cloud.databricks.com',
    addressHint: 'Of the workspace, without what follows the first “/”',
    scope: { label: 'Schema', hint: 'main.risk; empty: all that you may see' },
    auths: ['token'],
    words: { token: 'Access token', login: '', password: '' },
    brings: ['inventory', 'versions'],
    asked: 'names, comments, owners and aliases of registered models; their versions',
    counts: [
      { count: 'models', one: 'model' },
      { count: 'versions', one: 'version' },
    ],
    thing: 'model',
    recordedOnly: true,
  },
  kubeflow: {
    label: 'Kubeflow Model Registry',
    server: 'a model registry of Kubeflow or OpenShift AI',
    example: 'https://model-registry.example',
    addressHint: 'Of its REST service, without /api',
    scope: null,
    auths: ['token', 'none', 'password'],
    words: { token: 'Token', login: 'Login', password: 'Password' },
    brings: ['inventory', 'versions'],
    asked:
      'names, texts, owners, properties and states of registered models; their versions; what inference services run',
    counts: [
      { count: 'models', one: 'model' },
      { count: 'versions', one: 'version' },
    ],
    thing: 'model',
    recordedOnly: true,
  },
  vertex_ai: {
    label: 'Vertex AI',
    server: 'the models of Google Vertex AI',
    example: 'https://europe-west1-aiplatform.googleapis.com',
    addressHint: 'Of the region that the models are in',
    scope: { label: 'Project', hint: 'Its id, such as acme-models', needed: true },
    auths: ['token'],
    words: { token: 'Access token', login: '', password: '' },
    secretHint: 'gcloud auth print-access-token prints one, good for an hour',
    brings: ['inventory', 'versions'],
    asked:
      'names, texts, labels, versions and aliases of registered models; which versions each endpoint sends requests to',
    counts: [
      { count: 'models', one: 'model' },
      { count: 'versions', one: 'version' },
    ],
    thing: 'model',
    recordedOnly: true,
  },
};

/** Its address is a path on this computer, so no host is asked. */
export const isAtPath = (kind: ConnectionKind): boolean => CONNECTION_KIND_FACTS[kind].at === 'path';

/** All kinds in a few lines, for whoever writes scripts. */
export const sayKinds = (): string =>
  CONNECTION_KINDS.map((kind) => {
    const { server, auths, scope, brings } = CONNECTION_KIND_FACTS[kind];
    return `${kind}: ${server}; auth ${auths.join(', ')}; scope ${scope === null ? 'empty' : scope.label}; brings ${brings.join(', ')}`;
  }).join('. ');
