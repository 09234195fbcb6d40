import { counted } from '#domain/base/wording';
import { PRODUCTION } from '../registry/live-version';
import type { Registry, RegistryVersion } from '../registry/registry';
import { registryReading } from '../registry/registry-reading';
import { servedTogether, togetherWarnings } from '../registry/served-together';
import type { Remote } from '../remote/remote';
import type { Progress, Source, Warning } from '../sources/source';
import { isDenied, listed } from './ask';
import { type Cards, readCards } from './cards';
import { GroupsPage, PackagesPage } from './sagemaker-shapes';
import { isServed, keysOf, readServed, type Served, servedSince } from './serving';
import { regionOf, signerOf } from './sign';

/**
 * A registry of Amazon SageMaker: model package groups are models, their packages versions. What runs is told by the endpoints in
 * service; approval is a permission and no life. Model cards that name a group say what else is known of it.
 */
export const sagemakerSource: Source = {
  kind: 'sagemaker',
  signer: signerOf,
  read: async (remote, asked, progress) => {
    const { registry, ...about } = await readAll(remote, progress);
    return registryReading(registry, asked, { workspace: regionOf(asked.address, asked.scope), ...about });
  },
};

interface Found {
  readonly registry: Registry;
  readonly warnings: readonly Warning[];
  readonly unclear: (name: string) => boolean;
  readonly blind: boolean;
}

async function readAll(remote: Remote, progress: Progress): Promise<Found> {
  progress('Reading the model package groups', 0, null);
  const groups = await listed(remote, 'ListModelPackageGroups', {}, GroupsPage, (answer) => ({
    items: answer.ModelPackageGroupSummaryList ?? [],
    next: answer.NextToken,
  }));
  progress('Reading the versions', 0, null);
  const packages = await listed(
    remote,
    'ListModelPackages',
    { ModelPackageType: 'Versioned' },
    PackagesPage,
    (answer) => ({
      items: answer.ModelPackageSummaryList ?? [],
      next: answer.NextToken,
    }),
  );
  progress('Reading what is in service', 0, null);
  const served = await unlessDenied(() => readServed(remote));
  const cards = await unlessDenied(() =>
    readCards(remote, (done, total) => progress('Reading the model cards', done, total)),
  );
  const known = new Set(groups.map(({ ModelPackageGroupName: name }) => name));
  const running: Served = served?.served ?? new Map();
  const together = servedTogether(
    packages.flatMap(({ ModelPackageArn: arn, ModelPackageGroupName: name, ModelPackageVersion: version }) =>
      name && isServed(running, arn) ? [{ name, version: String(version) }] : [],
    ),
  );
  const versions = packages.flatMap((one) => versionOf(one, known, running, together));
  const models = groups.map((group) => {
    const tags = cards?.byGroup.get(group.ModelPackageGroupName) ?? new Map<string, string>();
    return {
      name: group.ModelPackageGroupName,
      description: group.ModelPackageGroupDescription || tags.get('model_description') || '',
      createdAt: group.CreationTime,
      updatedAt: null,
      link: '',
      tags,
      aliases: [],
    };
  });
  const arns = packages.map(({ ModelPackageArn: arn }) => arn);
  return {
    registry: { models, versions },
    warnings: [...warningsOf(models.length, arns, served, cards), ...togetherWarnings(together)],
    blind: served === null,
    unclear: (name) => served === null || together.has(name),
  };
}

type OnePackage = NonNullable<ReturnType<typeof PackagesPage.parse>['ModelPackageSummaryList']>[number];

/** A package that is still being made, or was not, is no version. */
function versionOf(
  one: OnePackage,
  groups: ReadonlySet<string>,
  served: Served,
  together: ReadonlyMap<string, unknown>,
): readonly RegistryVersion[] {
  const { ModelPackageGroupName: name, ModelPackageVersion: version, ModelPackageStatus: status } = one;
  if (!name || !groups.has(name) || version === null || version === undefined) return [];
  if (status !== 'Completed' && status !== null && status !== undefined) return [];
  const runs = isServed(served, one.ModelPackageArn);
  return [
    {
      name,
      version: String(version),
      createdAt: one.CreationTime,
      updatedAt: servedSince(served, one.ModelPackageArn),
      // Where several run, none is on its way, and which is live is not said.
      stage: together.has(name) ? '' : runs ? PRODUCTION : stageOf(one),
      runId: '',
      tags: new Map(one.ModelApprovalStatus ? [['approval', one.ModelApprovalStatus]] : []),
    },
  ];
}

/** Stages are the organisation's own words; those that everybody has are known. What waits to be let into production tests. */
function stageOf({ ModelLifeCycle: life }: OnePackage): string {
  const stage = (life?.Stage ?? '').toLowerCase();
  const settled = /^approved$/i.test(life?.StageStatus ?? '');
  if (/^prod(uction)?$/.test(stage)) return settled ? PRODUCTION : 'Staging';
  if (/^(staging|stage|qa|test(ing)?|validation|pre-?prod(uction)?)$/.test(stage)) return 'Staging';
  return /^(archived?|retired|deprecated)$/.test(stage) ? 'Archived' : '';
}

async function unlessDenied<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (isDenied(error)) return null;
    throw error;
  }
}

function warningsOf(
  models: number,
  arns: readonly string[],
  served: { readonly served: Served; readonly unread: number } | null,
  cards: Cards | null,
): readonly Warning[] {
  const warnings: Warning[] = [];
  const warn = (what: string, todo: string): void => void warnings.push({ what, todo });
  if (models === 0)
    warn(
      'The registry has no model package groups',
      'See whether it is the right region and account, and whether these keys may list them',
    );
  if (served === null)
    warn(
      'These keys may not see the endpoints, so that nobody knows what is in service',
      'Ask for sagemaker:ListEndpoints, DescribeEndpoint, DescribeEndpointConfig and DescribeModel',
    );
  else {
    const known = new Set(arns.flatMap((arn) => keysOf(arn)));
    const strange = [...served.served.keys()].filter((key) => !known.has(key)).length;
    if (strange > 0)
      warn(
        `${counted(strange, 'package')} in service ${strange === 1 ? 'is' : 'are'} of no group that was read`,
        'Of another account or of none: left out',
      );
    if (served.unread > 0)
      warn(`${counted(served.unread, 'endpoint')} were not looked at`, 'They are more than are read');
    if (models > 0 && served.served.size === 0)
      warn('No endpoint in service runs a package of the registry', 'What runs in batches is not told by SageMaker');
  }
  if (cards === null)
    warn('These keys may not see the model cards', 'Ask for sagemaker:ListModelCards and DescribeModelCard');
  else if (cards.ofNoGroup > 0)
    warn(
      `${counted(cards.ofNoGroup, 'model card')} ${cards.ofNoGroup === 1 ? 'names' : 'name'} no model package group`,
      'Left out: whose they are is not said',
    );
  return warnings;
}
