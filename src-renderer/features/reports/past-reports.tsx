import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';
import { formatBytes, formatDateTime } from '../../lib/format';
import { KIND_WORDS, type Report, redactedWords } from './report-kinds';
import styles from './reports.module.css';

/** So much of a hash tells two contents apart, and stands at the foot of each slide. */
const SHORT_HASH = 16;

interface Props {
  readonly reports: readonly Report[];
  readonly contentHash: string;
}

/** Which reports left the house, and of which content. */
export function PastReports({ reports, contentHash }: Props): ReactNode {
  if (reports.length === 0) return null;
  return (
    <Panel
      title="Reports that were made"
      hint="Two reports that name the same content say the same. The files lie where you put them; the portfolio keeps no copy."
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className={styles.past} aria-label="Reports that were made" tabIndex={0}>
        <table className="mf-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Report</th>
              <th scope="col">File</th>
              <th scope="col">By</th>
              <th scope="col">Written for</th>
              <th scope="col">Content</th>
              <th scope="col" className="mf-number">
                Size
              </th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <tr key={report.id}>
                <td>{formatDateTime(report.at)}</td>
                <td>{KIND_WORDS[report.kind].title}</td>
                <td>{report.fileName}</td>
                <td>{report.actor}</td>
                <td>{[report.locale, redactedWords(report.redacted)].filter((part) => part !== '').join(', ')}</td>
                <td>
                  <code>{report.contentHash.slice(0, SHORT_HASH)}</code>
                  {report.contentHash === contentHash ? ' as it is now' : ''}
                </td>
                <td className="mf-number">{formatBytes(report.bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}
