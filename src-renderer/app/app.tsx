import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queryClient } from '../client/query-client';
import { styleNonce } from '../lib/style-nonce';
import { router } from './router';
import { theme, tokensResolver } from './theme';
import { ThemeSync } from './theme-sync';

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
