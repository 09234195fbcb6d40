import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useShare } from '../../client/use-share';
import { useWorkspace } from '../../client/use-workspace';
import { ErrorState } from '../../components/ui/states';
import { ReportDialog } from '../../features/incidents/report-dialog';
import { useDialogs } from '../../stores/dialogs';
import { useRecovery } from '../../stores/recovery';
import { useAppCommands } from '../commands';
import { Palette } from '../palette/palette';
import { ShortcutSheet } from '../shortcut-sheet';
import { useKeyboard } from '../use-keyboard';
import { useLinks } from '../use-links';
import { useViewCommands } from '../use-view-commands';
import { ConflictBanner } from './conflict-banner';
import { ConflictQuestion } from './conflict-question';
import { DamageBanner } from './damage-banner';
import { DropTarget } from './drop-target';
import { EngineBanner } from './engine-banner';
import { Rail } from './rail';
import { TopBar } from './top-bar';
import { useAnnounce } from './use-announce';
import { useNoteThing } from './use-note-thing';
import { useNudges } from './use-nudges';
import { usePageFocus } from './use-page-focus';
import { useTitle } from './use-title';
import './shell.css';

/** What comes when it is asked for. */
const NewPortfolioDialog = lazy(async () => ({
  default: (await import('../../features/welcome/new-portfolio-dialog')).NewPortfolioDialog,
}));
const RecoverPage = lazy(async () => ({
  default: (await import('../../features/recovery/recover-page')).RecoverPage,
}));
const CheckEvidenceDialog = lazy(async () => ({
  default: (await import('../../features/journal/check-evidence-dialog')).CheckEvidenceDialog,
}));
const UnlockDialog = lazy(async () => ({
  default: (await import('../../features/unlock/unlock-dialog')).UnlockDialog,
}));

const AwayBanner = lazy(async () => ({ default: (await import('./away-banner')).AwayBanner }));

/** The frame around every page; without a portfolio there is the welcome screen and nothing else. */
export function Shell(): ReactNode {
  const { pathname } = useLocation();
  const { data: workspace, error, refetch } = useWorkspace();
  const portfolio = workspace?.portfolio ?? null;
  const main = usePageFocus(pathname);
  const share = useShare(portfolio !== null);
  const damaged = useRecovery(({ of }) => of);
  const making = useDialogs(({ open }) => open === 'new-portfolio' || open === 'portfolio-to-assess');
  const checking = useDialogs(({ open }) => open === 'check-evidence');
  useAppCommands(portfolio !== null);
  useViewCommands(portfolio !== null);
  useLinks(portfolio?.name ?? null);
  useNoteThing(pathname, portfolio);
  useAnnounce(pathname, portfolio !== null);
  useKeyboard();
  useTitle(pathname, portfolio?.name ?? null, useNudges(portfolio !== null));

  if (workspace === undefined) {
    // The first answer may wait for an old portfolio.
    if (!error) return <EngineBanner />;
    return (
      <main>
        <ErrorState title="Modelfolio could not start" error={error} retry={() => void refetch()} />
      </main>
    );
  }
  const { locked } = workspace;
  const unlocking = locked && (
    <Suspense fallback={null}>
      <UnlockDialog key={locked.file} locked={locked} keyStore={workspace.keyStore} open={portfolio !== null} />
    </Suspense>
  );
  if (damaged !== null)
    return (
      <main className="mf-main-alone" id="main" tabIndex={-1} ref={main}>
        <Suspense fallback={null}>
          <RecoverPage of={damaged} />
        </Suspense>
        {unlocking}
      </main>
    );
  const atWelcome = pathname === '/welcome';
  if (portfolio === null && !atWelcome && pathname !== '/share') return <Navigate to="/welcome" replace />;
  if (portfolio !== null && atWelcome) return <Navigate to="/" replace />;
  return (
    <>
      <a className="mf-skip" href="#main">
        Skip to the page
      </a>
      <EngineBanner />
      {portfolio === null ? (
        <main className="mf-main-alone" id="main" tabIndex={-1} ref={main}>
          <Outlet />
        </main>
      ) : (
        <div className="mf-frame">
          <TopBar portfolio={portfolio} />
          <Rail />
          <main className="mf-main" id="main" tabIndex={-1} ref={main}>
            <DamageBanner portfolio={portfolio} recents={workspace.recents} />
            <ConflictBanner />
            {share && (
              <Suspense fallback={null}>
                <AwayBanner />
              </Suspense>
            )}
            <Outlet />
          </main>
        </div>
      )}
      <Palette portfolioOpen={portfolio !== null} />
      <ShortcutSheet />
      {unlocking}
      {making && (
        <Suspense fallback={null}>
          <NewPortfolioDialog />
        </Suspense>
      )}
      {checking && (
        <Suspense fallback={null}>
          <CheckEvidenceDialog />
        </Suspense>
      )}
      <ConflictQuestion />
      {portfolio === null ? null : <ReportDialog />}
      <DropTarget />
    </>
  );
}
