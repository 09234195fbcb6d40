import { SegmentedControl, Switch, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';
import { usePreferences } from '../../stores/preferences';

const SCHEMES = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** How this window looks and listens; kept on this computer. */
export function AppearancePanel(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { singleKeys, setSingleKeys } = usePreferences();
  return (
    <Panel title="Appearance and keyboard" hint="Kept on this computer, not in the portfolio.">
      <div className="mf-appearance">
        <SegmentedControl
          aria-label="Appearance"
          data={SCHEMES.map((scheme) => ({ ...scheme }))}
          value={colorScheme}
          onChange={(value) => setColorScheme(SCHEMES.find((scheme) => scheme.value === value)?.value ?? 'auto')}
        />
        <Switch
          label="Shortcuts of single keys"
          description="Such as / for search or G then O for the overview. Switch off when you dictate."
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
      </div>
    </Panel>
  );
}
