import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { QualityField } from '#domain/models/quality-fields';

/**
 * Whether the page was opened to fill a field in many models: they are marked once, then the address forgets it, so that a
 * reload or a kept view marks nothing.
 *
 * @param markAll marks every model that is shown
 * @returns the field; `null`: nobody came to fill one
 */
export function useFilling(markAll: () => void): QualityField | null {
  const address = useSearch({ from: '/portfolio' });
  const navigate = useNavigate();
  const [field, setField] = useState<QualityField | null>(null);
  useEffect(() => {
    const { fill, ...search } = address;
    if (fill === undefined) return;
    setField(fill);
    markAll();
    void navigate({ to: '/portfolio', search, replace: true });
  }, [address, navigate, markAll]);
  return field;
}
