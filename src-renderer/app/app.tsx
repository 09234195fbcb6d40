import { localStorageColorSchemeManager, MantineProvider, useMantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { host } from '../client/host';
import { queryClient } from '../client/query-client';
import { styleNonce } from '../lib/style-nonce';
import { router } from './router';
import { theme, tokensResolver } from './theme';

const colorSchemes = localStorageColorSchemeManager({ key: 'modelfolio.appearance' });

export function App(): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokensResolver}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <ThemeSync />
      <Notifications position="bottom-right" limit={3} containerWidth={420} />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Keeps the native frame in step with the chosen appearance. */
function ThemeSync(): null {
  const { colorScheme } = useMantineColorScheme();
  useEffect(() => host.setTheme(colorScheme === 'auto' ? 'system' : colorScheme), [colorScheme]);
  return null;
}
