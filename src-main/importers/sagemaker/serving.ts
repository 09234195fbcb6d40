import type { Remote } from '../remote/remote';
import { askFor, listed } from './ask';
import { EndpointsPage, OneConfig, OneEndpoint, OneServing } from './sagemaker-shapes';

/** Each costs up to three requests. */
const MOST_ENDPOINTS = 2_000;

/** Since when a model package is served, ISO or `null`, by `group/version` as its ARN ends. */
export type Served = ReadonlyMap<string, string | null>;

/** `group/3` of `arn:aws:sagemaker:eu-central-1:111122223333:model-package/group/3`. */
export const packageOf = (arn: string): string => (/(?:^|:)model-package\/(.+)$/.exec(arn)?.[1] ?? arn).toLowerCase();

/**
 * The packages that endpoints in service run. An endpoint tells when it was changed last, which is when it began to run what it runs, or
 * later; of several the one that began first counts.
 *
 * @returns how many endpoints were left unread for there being too many, besides
 */
export async function readServed(remote: Remote): Promise<{ readonly served: Served; readonly unread: number }> {
  const endpoints = await listed(remote, 'ListEndpoints', { StatusEquals: 'InService' }, EndpointsPage, (answer) => ({
    items: answer.Endpoints ?? [],
    next: answer.NextToken,
  }));
  const running = endpoints.filter(({ EndpointStatus: status }) => (status ?? 'InService') === 'InService');
  const served = new Map<string, string | null>();
  const modelsOf = remembered((name) => modelsOfConfig(remote, name));
  const packagesOf = remembered((name) => packagesOfModel(remote, name));
  for (const endpoint of running.slice(0, MOST_ENDPOINTS)) {
    const { EndpointConfigName: config } = await askFor(
      remote,
      'DescribeEndpoint',
      { EndpointName: endpoint.EndpointName },
      OneEndpoint,
    );
    if (!config) continue;
    for (const model of await modelsOf(config))
      for (const one of await packagesOf(model)) {
        const since = endpoint.LastModifiedTime;
        const earlier = served.get(one);
        if (earlier === undefined || (earlier !== null && (since === null || since < earlier))) served.set(one, since);
      }
  }
  return { served, unread: Math.max(0, running.length - MOST_ENDPOINTS) };
}

async function modelsOfConfig(remote: Remote, name: string): Promise<readonly string[]> {
  const { ProductionVariants: variants } = await askFor(
    remote,
    'DescribeEndpointConfig',
    { EndpointConfigName: name },
    OneConfig,
  );
  return (variants ?? []).flatMap(({ ModelName: model }) => (model ? [model] : []));
}

async function packagesOfModel(remote: Remote, name: string): Promise<readonly string[]> {
  const { PrimaryContainer: one, Containers: more } = await askFor(
    remote,
    'DescribeModel',
    { ModelName: name },
    OneServing,
  );
  return [one, ...(more ?? [])].flatMap((container) =>
    container?.ModelPackageName ? [packageOf(container.ModelPackageName)] : [],
  );
}

/** Asked once for each name. */
function remembered(ask: (name: string) => Promise<readonly string[]>): (name: string) => Promise<readonly string[]> {
  const known = new Map<string, readonly string[]>();
  return async (name) => {
    const found = known.get(name) ?? (await ask(name));
    known.set(name, found);
    return found;
  };
}
