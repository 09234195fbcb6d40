import { ActionIcon, Menu } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { sentenceOf } from '../../client/call';
import { copyText } from '../../lib/copy-text';
import { notify, notifyFailure } from '../ui/notify';
import { tabbedOf } from './chart-text';
import type { ChartPicture } from './chart-types';

interface ChartMenuProps {
  readonly title: string;
  readonly asTable: boolean;
  readonly setAsTable: (asTable: boolean) => void;
  /** The picture as it is when somebody asks. */
  readonly pictureNow: () => ChartPicture;
  /** Each answers whether it was saved: false, somebody changed their mind. */
  readonly save: { readonly [kind in 'PNG' | 'SVG' | 'CSV']: () => Promise<boolean> };
}

/** What can be done with a chart; drawn once, however often the chart changes. */
export const ChartMenu = memo(function ChartMenu(props: ChartMenuProps): ReactNode {
  const { title, asTable, setAsTable, pictureNow, save } = props;
  const run = async (work: () => Promise<boolean>): Promise<void> => {
    try {
      if (await work()) notify({ id: 'chart-saved', message: `“${title}” was saved.` });
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
  };
  const copy = (): void => {
    if (copyText(tabbedOf(pictureNow().table)))
      notify({ id: 'chart-copied', message: 'The table is on the clipboard.' });
    else notifyFailure('The table could not be copied. Save it as CSV instead.');
  };
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <ActionIcon color="gray" aria-label={`What to do with the chart “${title}”`}>
          <span aria-hidden="true">⋯</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => setAsTable(!asTable)}>{asTable ? 'Show the picture' : 'Show as table'}</Menu.Item>
        <Menu.Item onClick={copy}>Copy as table</Menu.Item>
        <Menu.Divider />
        {(['PNG', 'SVG', 'CSV'] as const).map((kind) => (
          <Menu.Item key={kind} onClick={() => void run(save[kind])}>
            Save as {kind}…
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});
