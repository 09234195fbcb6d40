import type { ReactNode } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import { useChannel } from '../../client/use-query';
import { useWorkspace } from '../../client/use-workspace';
import { PageHeader } from '../../components/ui/page-header';
import { ErrorState, Loading } from '../../components/ui/states';
import { formatNumber } from '../../lib/format';
import { AboutPanel } from './about-panel';
import { AppearancePanel } from './appearance-panel';
import { DriftBandsPanel } from './drift-bands-panel';
import { EncryptionPanel } from './encryption/encryption-panel';
import { FilePanel } from './file-panel';
import { FrequencyPanel } from './frequency-panel';
import { GatesPanel } from './gates-panel';
import { NudgePanel } from './nudge-panel';
import { Place } from './place';
import { PortfolioPanel } from './portfolio-panel';
import { ReviewPanel } from './review-panel';
import { SharingPanel } from './sharing-panel';
import { ThresholdPanel } from './threshold-panel';
import { YouPanel } from './you-panel';
import './settings.css';

const headline = ({ levelThresholds: levels }: Settings): string =>
  `Level 1 up to ${formatNumber(levels.countLevel1)} models, level 2 up to ${formatNumber(levels.countLevel2)}, level 3 beyond`;

/** What is the portfolio's own (and can be undone), and what is this person's and this computer's. */
export function SettingsPage(): ReactNode {
  const { data: settings, error, refetch } = useChannel('settings.get', {});
  const { data: workspace } = useWorkspace();
  if (error && !settings) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!settings || !workspace) return <Loading rows={12} />;
  return (
    <>
      <PageHeader
        headline={headline(settings)}
        subline="Every change is kept at once, is in the journal, and can be undone."
      />
      <div className="mf-settings">
        <Place id="levels">
          <ThresholdPanel thresholds={settings.levelThresholds} />
        </Place>
        <Place id="updates">
          <FrequencyPanel updatesPerYear={settings.updatesPerYear} />
        </Place>
        <Place id="reviews">
          <ReviewPanel {...settings} />
        </Place>
        <Place id="gates">
          <GatesPanel gates={settings.deploymentGates} />
        </Place>
        <Place id="drift">
          <DriftBandsPanel />
        </Place>
        <Place id="you">
          <YouPanel yourName={workspace.yourName} forms={workspace.forms} />
        </Place>
        {workspace.portfolio ? (
          <Place id="portfolio">
            <PortfolioPanel portfolio={workspace.portfolio} />
          </Place>
        ) : null}
        {workspace.portfolio ? (
          <Place id="file">
            <FilePanel portfolio={workspace.portfolio} />
          </Place>
        ) : null}
        {workspace.portfolio ? (
          <Place id="sharing">
            <SharingPanel />
          </Place>
        ) : null}
        {workspace.portfolio ? (
          <Place id="encryption">
            <EncryptionPanel fileName={workspace.portfolio.fileName} />
          </Place>
        ) : null}
        <Place id="nudges">
          <NudgePanel />
        </Place>
        <Place id="appearance">
          <AppearancePanel />
          <AboutPanel version={workspace.appVersion} />
        </Place>
      </div>
    </>
  );
}
