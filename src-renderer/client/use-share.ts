import type { Output } from '#contract/index';
import { useChannel } from './use-query';

export type ShareStatus = Output<'share.status'>;
export type SharedStatus = ShareStatus & { readonly server: NonNullable<ShareStatus['server']> };

/** How the open portfolio is shared; `null`: it is a private one, or nothing is known yet. */
export function useShare(portfolioOpen = true): SharedStatus | null {
  const { data } = useChannel('share.status', {}, { enabled: portfolioOpen });
  return data?.shared && data.server ? { ...data, server: data.server } : null;
}
