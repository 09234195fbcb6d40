import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { isBulkFilled, stepsTo, TIER_KEYS } from '#domain/models/completeness';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { formatNumber } from '../../../lib/format';
import styles from './quality.module.css';
import { gapSearch, percentOf, type Quality, tierLabel, WANTED } from './quality-words';

type Gap = Quality['gaps'][number];

/** `+4.2`: points of a hundred. */
const points = (gain: number): string => (gain < 0.0005 ? 'under 0.1' : `+${formatNumber(100 * gain, 1)}`);

function Row({ gap, tiers }: { readonly gap: Gap; readonly tiers: readonly (typeof TIER_KEYS)[number][] }): ReactNode {
  const { field, missing, byTier, edits, gain, after } = gap;
  const { label } = MODEL_FIELDS[field];
  return (
    <tr>
      <th scope="row">{label}</th>
      {tiers.map((key) => (
        <td key={key} className="mf-number">
          {byTier[key] === 0 ? (
            <span className="mf-faint">–</span>
          ) : (
            <Link
              to="/portfolio"
              search={gapSearch(field, key)}
              aria-label={`${label}, ${tierLabel(key)}: ${byTier[key]} missing`}
            >
              {formatNumber(byTier[key])}
            </Link>
          )}
        </td>
      ))}
      <td className="mf-number">
        <Link to="/portfolio" search={gapSearch(field)} aria-label={`${label}: ${missing} missing`}>
          {formatNumber(missing)}
        </Link>
      </td>
      <td className="mf-number mf-muted">{formatNumber(edits)}</td>
      <td className="mf-number">{points(gain)}</td>
      <td className={styles.then}>
        <span className={styles.bar} aria-hidden="true">
          <span className={styles.filled} style={{ inlineSize: `${100 * after}%` }} />
        </span>
        <span className="mf-number">{percentOf(after)}</span>
      </td>
      <td className={styles.action}>
        <Button
          size="compact-xs"
          variant="default"
          renderRoot={(props: object) => <Link {...props} to="/portfolio" search={gapSearch(field)} />}
          aria-label={`${isBulkFilled(field) ? 'Fill in' : 'Open'}: ${label}`}
        >
          {isBulkFilled(field) ? 'Fill in' : 'Open'}
        </Button>
      </td>
    </tr>
  );
}

/** Fields that are empty somewhere, with how many models of which tier, and how far filling them leads. */
export function GapTable({ quality }: { readonly quality: Quality }): ReactNode {
  const tiers = TIER_KEYS.filter((key) => quality.byTier[key] > 0);
  const steps = stepsTo(WANTED, quality);
  return (
    <div className={styles.scroll}>
      <table className="mf-table">
        <caption className="mf-hidden">Fields that are empty, the quickest way first</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            {tiers.map((key) => (
              <th key={key} scope="col" className="mf-number">
                {tierLabel(key)}
              </th>
            ))}
            <th scope="col" className="mf-number">
              All
            </th>
            <th scope="col" className="mf-number" title="At the most, by edits in bulk">
              Edits
            </th>
            <th scope="col" className="mf-number" title="Points of a hundred">
              Adds
            </th>
            <th scope="col">Then known</th>
            <th scope="col">
              <span className="mf-hidden">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {quality.gaps.map((gap, at) => (
            <Fragment key={gap.field}>
              <Row gap={gap} tiers={tiers} />
              {steps === at + 1 && at + 1 < quality.gaps.length ? (
                <tr className={styles.reached}>
                  <td colSpan={tiers.length + 6}>{percentOf(WANTED)} is reached here</td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
