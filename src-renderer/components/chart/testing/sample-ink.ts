import type { ChartInk } from '../chart-ink';

/** The light theme's colours: drawings in tests need some ink. */
export const sampleInk: ChartInk = {
  panel: '#ffffff',
  text: '#1b2330',
  muted: '#556075',
  faint: '#667085',
  line: '#e3e6eb',
  accent: '#2457c5',
  accentSoft: '#e8eefb',
  ok: '#0d7466',
  watch: '#8f5d12',
  act: '#b93c0a',
  silent: '#58657a',
  level1: '#7a8598',
  level2: '#2f66c8',
  level3: '#0a7570',
  font: 'sans-serif',
};
