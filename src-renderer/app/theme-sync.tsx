import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { host } from '../client/host';

/** Keeps the native frame in step with the chosen appearance. */
export function ThemeSync(): null {
  const { colorScheme } = useMantineColorScheme();
  useEffect(() => host.setTheme(colorScheme === 'auto' ? 'system' : colorScheme), [colorScheme]);
  return null;
}
