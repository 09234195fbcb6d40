import type { Remote } from '../remote/remote';
import { askFor, listed } from './ask';
import { EndpointsPage, OneConfig, OneEndpoint, OneServing } from './sagemaker-shapes';

/** Each costs up to three requests. */
const MOST_ENDPOINTS = 2_000;

/** Since when a model package is served, ISO or `null`, by what a model calls it: its ARN, or a name such as `group/3`; in lower case. */
export type Served = ReadonlyMap<string, string | null>;

/**
 * What a package may be called: `arn:aws:sagemaker:eu-central-1:111122223333:model-package/group/3`, or `group/3`. By its ARN first, for
 * another account may have a group of that name.
 */
export const keysOf = (arn: string): readonly [string, string] => [
  arn.toLowerCase(),
  (/:model-package\/(.+)$/.exec(arn)?.[1] ?? arn).toLowerCase(),
];

export const isServed = (served: Served, arn: string): boolean => keysOf(arn).some((key) => served.has(key));

export function servedSince(served: Served, arn: string): string | null {
  const [whole, name] = keysOf(arn);
  return served.get(whole) ?? served.get(name) ?? null;
}

/** While an endpoint is changed, what it ran before goes on to serve. */
const SERVES = new Set(['InService', 'Updating', 'SystemUpdating', 'RollingBack']);

/**
 * The packages that endpoints in service run. An endpoint tells when it was changed last, which is when it began to run what it runs, or
 * later; of several the one that began first counts.
 *
 * @returns how many endpoints were left unread for there being too many, besides
 */
export async function readServed(remote: Remote): Promise<{ readonly served: Served; readonly unread: number }> {
  const endpoints = await listed(remote, 'ListEndpoints', {}, EndpointsPage, (answer) => ({
    items: answer.Endpoints ?? [],
    next: answer.NextToken,
  }));
  const running = endpoints.filter(({ EndpointStatus: status }) => SERVES.has(status ?? 'InService'));
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
    container?.ModelPackageName ? [container.ModelPackageName.toLowerCase()] : [],
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
