import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';

interface WorkTabsProps<K extends string> {
  /** What all tabs together are about. */
  readonly label: string;
  readonly tabs: readonly { readonly key: K; readonly label: string; readonly panel: ReactNode }[];
  readonly tab: K;
  readonly show: (tab: K) => void;
}

/** The parts of an import that a person works on, one at a time. */
export function WorkTabs<K extends string>({ label, tabs, tab, show }: WorkTabsProps<K>): ReactNode {
  return (
    <section className="mf-panel mf-work" aria-label={label}>
      <Tabs
        className="mf-work-tabs"
        value={tab}
        onChange={(value) => show(tabs.find(({ key }) => key === value)?.key ?? tab)}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab key={one.key} value={one.key}>
              {one.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((one) => (
          <Tabs.Panel key={one.key} value={one.key}>
            {one.panel}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}
