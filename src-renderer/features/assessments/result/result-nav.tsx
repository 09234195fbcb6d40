import type { ReactNode } from 'react';
import { formatNumber } from '../../../lib/format';
import { disagreements } from './disagreements';
import styles from './result.module.css';
import type { Result } from './result-score';

/** The parts of the page, by the id of their heading's section. */
export const SECTIONS = {
  level: 'result-level',
  components: 'result-components',
  gaps: 'result-gaps',
  evidence: 'result-evidence',
  disagreements: 'result-disagreements',
  roadmap: 'result-roadmap',
  targets: 'result-targets',
} as const;

function show(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

function entriesOf(result: Result): { id: string; label: string; count: number | null }[] {
  const contradicted = result.assessment.evidence.filter(({ contradiction }) => contradiction).length;
  const apart = disagreements(result).length;
  return [
    { id: SECTIONS.level, label: 'Level', count: null },
    { id: SECTIONS.components, label: 'Components', count: null },
    { id: SECTIONS.gaps, label: 'Gaps', count: result.score.gaps.length },
    { id: SECTIONS.evidence, label: 'Not borne out', count: contradicted },
    ...(apart > 0 ? [{ id: SECTIONS.disagreements, label: 'Disagreements', count: apart }] : []),
    { id: SECTIONS.roadmap, label: 'Roadmap', count: null },
    { id: SECTIONS.targets, label: 'Targets and weights', count: null },
  ];
}

/** The way to each part of a long page, with what is in it. */
export function ResultNav({ result }: { readonly result: Result }): ReactNode {
  return (
    <nav className={styles.nav} aria-label="On this page">
      {entriesOf(result).map(({ id, label, count }) => (
        <button key={id} type="button" className={styles.navEntry} onClick={() => show(id)}>
          {label}
          {count !== null && <span className={styles.navCount}>{formatNumber(count)}</span>}
        </button>
      ))}
    </nav>
  );
}
