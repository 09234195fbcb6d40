import '@fontsource-variable/inter/wght.css';
import './styles/mantine-parts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/mantine.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { takeOwnForms } from './client/own-forms';
import { followEngine } from './client/query-client';
import { styleNonce } from './lib/style-nonce';

// Scroll locking of dialogs writes a style element of its own and takes its nonce from this name.
Reflect.set(globalThis, '__webpack_nonce__', styleNonce());
followEngine();

const root = document.getElementById('root');
if (root) void takeOwnForms().then(() => createRoot(root).render(<App />));
