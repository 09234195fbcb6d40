import type { UseQueryResult } from '@tanstack/react-query';
import type { Output } from '#contract/index';
import type { CallFailed } from './call';
import { useChannel } from './use-query';

export const useWorkspace = (): UseQueryResult<Output<'workspace.status'>, CallFailed> =>
  useChannel('workspace.status', {});
