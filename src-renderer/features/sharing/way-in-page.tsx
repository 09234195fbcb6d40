import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useShare } from '../../client/use-share';
import { useWorkspace } from '../../client/use-workspace';
import { PageHeader } from '../../components/ui/page-header';
import { AskDialog } from './ask-dialog';
import { JoinCard } from './join-card';
import { ShareCard } from './share-card';
import './sharing-page.css';

const GOOD_TO_KNOW = [
  ['Who sees it', 'everyone with a role sees all of it; what is to be kept apart needs a portfolio of its own'],
  ['Without the server', 'you read everything, and small edits wait; approvals and imports need it'],
  ['An older program', 'is refused with a sentence before it writes anything'],
  ['Back to private', 'Leave, at any time: an ordinary file with the whole journal'],
] as const;

/** Share what is open, or join what others share: nothing is written on either side before a test holds and the person says so. */
export function WayInPage(): ReactNode {
  const { data: workspace } = useWorkspace();
  const portfolio = workspace?.portfolio ?? null;
  const keyStore = workspace?.keyStore ?? false;
  const share = useShare(portfolio !== null);
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  return (
    <div className="mf-way-in-page" data-alone={portfolio === null}>
      <PageHeader
        headline="A portfolio for several people needs one PostgreSQL and a login for each"
        subline="The single file stays the default. Nothing is written on either side before the test holds and you say so."
        actions={
          <>
            <Button variant="default" onClick={() => setAsks(true)}>
              What to ask the database team for
            </Button>
            <Button variant="default" onClick={() => void navigate({ to: portfolio ? '/settings' : '/welcome' })}>
              Back
            </Button>
          </>
        }
      />
      <div className="mf-ways-in">
        {portfolio && !share && (
          <ShareCard name={portfolio.name} yourName={workspace?.yourName ?? ''} keyStore={keyStore} />
        )}
        <JoinCard keyStore={keyStore} />
      </div>
      <dl className="mf-good-to-know">
        {GOOD_TO_KNOW.map(([what, text]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {asks && <AskDialog onClose={() => setAsks(false)} />}
    </div>
  );
}
