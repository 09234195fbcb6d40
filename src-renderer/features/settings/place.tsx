import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { SettingsPlace } from '../../lib/settings-places';

interface PlaceProps {
  readonly id: SettingsPlace;
  readonly children: ReactNode;
}

/** A part of the settings that an address leads to: `/settings#drift` shows it and gives it the focus. */
export function Place({ id, children }: PlaceProps): ReactNode {
  const wanted = useLocation({ select: ({ hash }) => hash === id });
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!wanted) return;
    own.current?.scrollIntoView({ block: 'start' });
    own.current?.focus({ preventScroll: true });
  }, [wanted]);
  return (
    <div id={id} ref={own} tabIndex={-1} className="mf-settings-place">
      {children}
    </div>
  );
}
