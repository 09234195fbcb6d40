import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { Panel } from '../../components/ui/panel';
import { DateText } from '../../components/ui/text';
import { TextSetting } from './text-setting';

type OpenPortfolio = NonNullable<Output<'workspace.status'>['portfolio']>;

/** The portfolio's name and what does not change about it. */
export function PortfolioPanel({ portfolio }: { readonly portfolio: OpenPortfolio }): ReactNode {
  const { data: info } = useChannel('portfolio.info', {});
  const rename = useCommand('portfolio.rename');
  return (
    <Panel title="This portfolio" hint="Its name stands in the bar above and on every report.">
      <TextSetting
        label="Name"
        value={portfolio.name}
        maxLength={200}
        missing="A portfolio needs a name."
        save={async (name) => (await rename.run({ name })) !== null}
      />
      <dl className="mf-facts">
        <dt>Made on</dt>
        <dd>{info ? <DateText value={info.createdAt} /> : ''}</dd>
        <dt>Currency</dt>
        <dd>{portfolio.currency}</dd>
      </dl>
    </Panel>
  );
}
