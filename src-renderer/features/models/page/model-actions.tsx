import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { STAGE_LABELS, type Stage } from '#domain/vocabulary';
import { call } from '../../../client/call';
import { useCommand } from '../../../client/use-command';
import { useFileJob } from '../../../client/use-file-job';
import { useChannel } from '../../../client/use-query';
import { useCommands } from '../../../commands/registry';
import { type SheetFormat, useSheets } from '../../../components/governance/use-sheets';
import { ApproveDialog } from '../../../components/models/approve-dialog';
import { AskRetrainingDialog } from '../../../components/retraining/ask-retraining';
import { RetrainingButton } from '../../../components/retraining/retraining-dialog';
import { locale, paper } from '../../../lib/certificate-paper';
import type { AllowedMove, Model } from './model-types';
import { MoveDialog } from './move-dialog';
import { moveChoices } from './move-form';

type Open = { readonly dialog: 'move'; readonly to: Stage } | { readonly dialog: 'approve' | 'ask' } | null;

interface MoveItemsProps {
  readonly stage: Stage;
  readonly moves: readonly AllowedMove[];
  readonly onMove: (to: Stage) => void;
}

function MoveItems({ stage, moves, onMove }: MoveItemsProps): ReactNode {
  return moves.map((move) => (
    <Menu.Item key={move.to} onClick={() => onMove(move.to)} title={move.blockedBy || undefined}>
      {move.to === stage ? 'Another version' : STAGE_LABELS[move.to]}
      {move.blockedBy !== '' && <span className="mf-muted">, needs an approval</span>}
    </Menu.Item>
  ));
}

interface MoveMenuProps {
  readonly model: Model;
  /** Something else is the one filled button. */
  readonly quiet: boolean;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onMove: (to: Stage) => void;
}

function MoveMenu({ model, quiet, opened, onChange, onMove }: MoveMenuProps): ReactNode {
  const { usual, corrections } = moveChoices(model.allowedMoves);
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={230} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button {...(quiet ? { variant: 'default' } : {})}>Move to…</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Usual next steps</Menu.Label>
        {usual.length === 0 && <Menu.Item disabled>None from here</Menu.Item>}
        <MoveItems stage={model.stage} moves={usual} onMove={onMove} />
        <Menu.Divider />
        <Menu.Label>Correction, with a reason</Menu.Label>
        <MoveItems stage={model.stage} moves={corrections} onMove={onMove} />
      </Menu.Dropdown>
    </Menu>
  );
}

interface MoreMenuProps {
  readonly pending: boolean;
  readonly onRetire?: () => void;
  readonly onCard: (format: SheetFormat) => void;
  readonly onHubCard: () => void;
  readonly onCertify: () => void;
  readonly onRemove: () => void;
}

/** What is seldom done, and not meant to be hit by mistake. */
function MoreMenu({ pending, onRetire, onCard, onHubCard, onCertify, onRemove }: MoreMenuProps): ReactNode {
  return (
    <Menu position="bottom-end" width={200} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" loading={pending} aria-label="More actions of this model">
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onCard('pdf')}>Model card (PDF)…</Menu.Item>
        <Menu.Item onClick={() => onCard('xlsx')}>Model card (XLSX)…</Menu.Item>
        <Menu.Item onClick={onHubCard}>Model card (Markdown)…</Menu.Item>
        <Menu.Item onClick={onCertify}>Certificate (PDF)…</Menu.Item>
        {onRetire && <Menu.Item onClick={onRetire}>Retire this model…</Menu.Item>}
        <Menu.Item onClick={onRemove}>Delete this model</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What can be done with a model as a whole: buttons, and the same as commands of the palette. */
export function ModelActions({ model }: { readonly model: Model }): ReactNode {
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>(null);
  const [menu, setMenu] = useState(false);
  const remove = useCommand('models.remove');
  const { start } = useFileJob<'certificate' | 'card'>();
  const sheets = useSheets();
  const { data: retraining } = useChannel('drift.retraining', { modelId: model.id }, { keepPrevious: false });
  const item = retraining?.items[0];
  const asks = retraining !== undefined && item === undefined && model.inProduction;
  const retire = model.allowedMoves.find((move) => move.to === 'retired');
  const move = (to: Stage): void => setOpen({ dialog: 'move', to });
  const approve = (): void => setOpen({ dialog: 'approve' });
  const ask = (): void => setOpen({ dialog: 'ask' });
  const certify = (): void =>
    void start({
      kind: 'certificate',
      name: `${model.name} certificate.pdf`,
      make: (out, jobId) => call('governance.certificate', { modelId: model.id, out, jobId, locale, paper }),
    });
  const hubCard = (): void =>
    void start({
      kind: 'card',
      name: `${model.name} model card.md`,
      make: (out, jobId) => call('exports.modelCard', { id: model.id, out, jobId }),
    });
  const card = (format: SheetFormat): void =>
    sheets.make({ template: 'model_card', format, ids: [model.id], of: model.name });
  const removeIt = async (): Promise<void> => {
    if ((await remove.run({ ids: [model.id] })) !== null) await navigate({ to: '/portfolio' });
  };
  useCommands([
    { id: 'model.move', label: 'Move this model to…', group: 'Models', shortcut: 'm', run: () => setMenu(true) },
    {
      id: 'model.askRetraining',
      label: 'Ask for retraining of this model',
      group: 'Models',
      run: ask,
      enabled: () => asks,
    },
    { id: 'model.approve', label: 'Record an approval of this model', group: 'Models', run: approve },
    {
      id: 'model.retire',
      label: 'Retire this model',
      group: 'Models',
      run: () => move('retired'),
      enabled: () => retire !== undefined,
    },
    { id: 'model.card', label: 'Model card of this model (PDF)', group: 'Models', run: () => card('pdf') },
    { id: 'model.hubCard', label: 'Model card of this model (Markdown)', group: 'Models', run: hubCard },
    { id: 'model.certificate', label: 'Certificate of this model (PDF)', group: 'Models', run: certify },
    { id: 'model.remove', label: 'Delete this model', group: 'Models', run: () => void removeIt() },
  ]);
  return (
    <>
      <MoreMenu
        pending={remove.pending}
        {...(retire !== undefined && { onRetire: () => move('retired') })}
        onCard={card}
        onHubCard={hubCard}
        onCertify={certify}
        onRemove={() => void removeIt()}
      />
      <Button variant="default" onClick={approve}>
        Record approval
      </Button>
      <MoveMenu model={model} quiet={item !== undefined} opened={menu} onChange={setMenu} onMove={move} />
      {item === undefined ? null : <RetrainingButton item={item} primary />}
      {asks && (
        <Button variant="default" onClick={ask}>
          Ask for retraining
        </Button>
      )}
      {open?.dialog === 'move' && (
        <MoveDialog key={open.to} model={model} to={open.to} onClose={() => setOpen(null)} onApprove={approve} />
      )}
      {open?.dialog === 'ask' && <AskRetrainingDialog model={model} onClose={() => setOpen(null)} />}
      {open?.dialog === 'approve' && <ApproveDialog model={model} onClose={() => setOpen(null)} />}
    </>
  );
}
