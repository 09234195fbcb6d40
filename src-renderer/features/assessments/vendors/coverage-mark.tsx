import type { ReactNode } from 'react';
import { COVERAGE_LABELS, type Coverage } from '#domain/assessments/vendor';
import { COVERAGE_SHAPES } from './vendor-words';
import styles from './vendors.module.css';

export function CoverageMark({ coverage }: { readonly coverage: Coverage }): ReactNode {
  return (
    <span className={styles.coverage} data-coverage={coverage}>
      <span aria-hidden="true">{COVERAGE_SHAPES[coverage]}</span> {COVERAGE_LABELS[coverage]}
    </span>
  );
}
