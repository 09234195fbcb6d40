import { type ReactNode, useState } from 'react';
import { useChannel } from '../../client/use-query';
import { useCommands } from '../../commands/registry';
import { PageHeader } from '../../components/ui/page-header';
import { ErrorState, Loading } from '../../components/ui/states';
import { formatAgo } from '../../lib/format';
import { useWorkspace } from '../../client/use-workspace';
import { localDay } from '../../lib/local-day';
import { DeckOptionsPanel } from './deck-options';
import { DeckPreview } from './deck-preview';
import { PastReports } from './past-reports';
import { ProgramFilesPanel } from './program-files-panel';
import { ReportCard } from './report-card';
import { KIND_WORDS, REPORT_KINDS, type Report, type ReportKind, suggestedName } from './report-kinds';
import { firstOptions, type ReportOptions, ReportOptionsPanel } from './report-options';
import styles from './reports.module.css';
import { useMakeReport } from './use-make-report';

function headline([last]: readonly Report[]): string {
  if (!last) return 'No report has been made of this portfolio yet';
  return `The last report, ${last.fileName}, was made ${formatAgo(last.at, new Date())}`;
}

/** What is left on the table: deck, PDF and workbook, each made from the file as it is. */
export function ReportsPage(): ReactNode {
  const { data: info } = useChannel('portfolio.info', {});
  const { data, error, refetch } = useChannel('reports.list', {});
  const { data: dress } = useChannel('reports.dress', {});
  const { data: workspace } = useWorkspace();
  const [first] = useState(firstOptions);
  const [changed, setOptions] = useState<ReportOptions | null>(null);
  const options = changed ?? { ...first, company: dress?.company ?? '', line: dress?.line ?? '' };
  const { making, start, cancel } = useMakeReport();
  const make = (kind: ReportKind): void => {
    if (info) void start(kind, suggestedName(kind, info.name, localDay(new Date())), options);
  };
  useCommands(
    REPORT_KINDS.map((kind) => ({
      id: `reports.${kind}`,
      label: KIND_WORDS[kind].action,
      group: 'Reports',
      enabled: () => making === null,
      run: () => make(kind),
    })),
  );
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data || !info || !dress) return <Loading />;
  return (
    <>
      <PageHeader
        headline={headline(data.reports)}
        subline={`Every report names ${info.name}, its day and its content (now ${data.contentHash.slice(0, 16)}); the same content and options give the same file.${workspace?.portfolio?.encrypted ? ' The portfolio is encrypted, its reports are not: whoever has one can read it.' : ''}`}
      />
      <div className={styles.page}>
        <ReportOptionsPanel options={options} change={setOptions} />
        <DeckOptionsPanel options={options} change={setOptions} />
        <DeckPreview options={options} />
        <div className={styles.cards}>
          {REPORT_KINDS.map((kind) => (
            <ReportCard
              key={kind}
              kind={kind}
              last={data.reports.find((report) => report.kind === kind)}
              contentHash={data.contentHash}
              making={making}
              make={() => make(kind)}
              cancel={cancel}
            />
          ))}
        </div>
        <ProgramFilesPanel name={info.name} options={options} />
        <PastReports reports={data.reports} contentHash={data.contentHash} />
      </div>
    </>
  );
}
