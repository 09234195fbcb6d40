import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { allPages, type Page } from '../remote/pages';
import type { Remote } from '../remote/remote';
import { RemoteError, remoteProblem } from '../remote/remote-failure';

const MOST = 1_000_000;
const PAGE = 100;
const TRIES = 5;
const PAUSE_MS = 300;

/** Operations of the service that are asked for: each reads. */
export type Operation =
  | 'ListModelPackageGroups'
  | 'ListModelPackages'
  | 'ListModelCards'
  | 'DescribeModelCard'
  | 'ListEndpoints'
  | 'DescribeEndpoint'
  | 'DescribeEndpointConfig'
  | 'DescribeModel';

/** One operation; the service says that it is asked too often with a status of its own, and is asked again then. */
export async function askFor<S extends z.ZodType>(
  remote: Remote,
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  shape: S,
): Promise<z.output<S>> {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `SageMaker.${operation}` };
  for (let tried = 1; ; tried += 1)
    try {
      const read = shape.safeParse(await remote.search('/', input, headers));
      if (read.success) return read.data;
      throw remoteProblem(
        `The answer to ${operation} is none of SageMaker’s`,
        'See that the address is that of SageMaker’s API, with the right region',
      );
    } catch (error) {
      const throttled =
        error instanceof RemoteError &&
        error.problem.status === 400 &&
        /rate exceeded|throttl/i.test(error.problem.what);
      if (!throttled || tried >= TRIES) throw error;
      await delay(PAUSE_MS * 2 ** tried);
    }
}

/** All of a list, page by page. */
export const listed = <S extends z.ZodType, T>(
  remote: Remote,
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  shape: S,
  pageOf: (answer: z.output<S>) => Page<T>,
): Promise<readonly T[]> =>
  allPages(WHAT[operation] ?? 'entries', MOST, async (token) =>
    pageOf(
      await askFor(
        remote,
        operation,
        { ...input, MaxResults: PAGE, ...(token !== null && { NextToken: token }) },
        shape,
      ),
    ),
  );

const WHAT: Partial<Readonly<Record<Operation, string>>> = {
  ListModelPackageGroups: 'model package groups',
  ListModelPackages: 'model packages',
  ListModelCards: 'model cards',
  ListEndpoints: 'endpoints',
};

/** Whether the service does not let these keys ask for it: not a reason to take nothing. */
export const isDenied = (error: unknown): boolean =>
  error instanceof RemoteError && /not authorized|access ?denied/i.test(error.problem.what);
