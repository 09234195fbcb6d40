import type { ReactNode } from 'react';
import { shortcutText } from '../../lib/shortcut';
import './marks.css';

/** A shortcut of the command registry as this system writes it. */
export function Kbd({ shortcut }: { readonly shortcut: string }): ReactNode {
  return <kbd className="mf-kbd">{shortcutText(shortcut)}</kbd>;
}
