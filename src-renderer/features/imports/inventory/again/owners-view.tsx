import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { InventoryPreview } from '#contract/imports/imports';
import { sentenceOf } from '../../../../client/call';
import { perform } from '../../../../client/perform';
import { MailLink } from '../../../../components/ui/mail-link';
import { notify, notifyFailure } from '../../../../components/ui/notify';
import { copyText } from '../../../../lib/copy-text';
import { formatCount, formatDate } from '../../../../lib/format';
import { type AskedFile, letterOf, mailAddress, type OwnerQuestion, ownerQuestions } from './owner-letters';
import css from './owners.module.css';

/** Models that an owner's card names before it is opened. */
const NAMED = 5;

/** Whom to ask about the models that the file does not have, with a text that is ready. */
export function OwnersView({ preview }: { readonly preview: InventoryPreview }): ReactNode {
  const questions = useMemo(() => ownerQuestions(preview.missingModels), [preview.missingModels]);
  const file: AskedFile = { fileName: preview.fileName, source: preview.source.name };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className={css.owners} tabIndex={0} aria-label="Owners of the models that the file does not have">
      {questions.map((question) => (
        <OwnerCard key={question.owner} question={question} file={file} />
      ))}
    </section>
  );
}

function OwnerCard({ question, file }: { readonly question: OwnerQuestion; readonly file: AskedFile }): ReactNode {
  const [all, setAll] = useState(false);
  const { owner, models } = question;
  const shown = all ? models : models.slice(0, NAMED);
  return (
    <section className={`mf-panel ${css.owner}`} aria-label={owner === '' ? 'No owner known' : owner}>
      <header className={css.head}>
        <h2>{owner === '' ? 'No owner known' : owner}</h2>
        <span className="mf-muted">{formatCount(models.length, 'model')}</span>
      </header>
      <ul className={css.models}>
        {shown.map(({ modelId, name, unit, since, asked }) => (
          <li key={modelId}>
            <span className={css.name}>{name}</span>
            <span className="mf-muted">
              {[
                unit,
                since ? `here since ${since.fileName}, ${formatDate(since.at)}` : '',
                asked === null ? '' : `asked on ${formatDate(asked)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {models.length > NAMED ? (
        <button type="button" className={css.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${formatCount(models.length - NAMED, 'more model')}`}
        </button>
      ) : null}
      {owner === '' ? (
        <p className="mf-muted">Nobody can be asked until an owner is named on the models’ pages.</p>
      ) : (
        <Asking question={question} file={file} />
      )}
    </section>
  );
}

function Asking({ question, file }: { readonly question: OwnerQuestion; readonly file: AskedFile }): ReactNode {
  const { owner, models, asked } = question;
  const { url, whole } = mailAddress(question, file);
  const copy = (words: string): void => {
    if (copyText(letterOf(question, file).body)) notify({ id: 'owner-asked', message: words });
    else notifyFailure('The text could not be copied. Open the mail draft instead.');
  };
  const note = (): void => {
    const ids = models.map(({ modelId }) => modelId);
    perform('imports.askedOwners', { source: file.source, ids }).catch((error: unknown) =>
      notifyFailure(sentenceOf(error)),
    );
  };
  return (
    <div className={css.actions}>
      <Button variant="default" size="compact-sm" onClick={() => copy(`The text for ${owner} is on the clipboard.`)}>
        Copy the text
      </Button>
      <MailLink
        url={url}
        className={css.mail}
        {...(whole
          ? {}
          : { onOpened: () => copy('The draft names the first models; the whole list is on the clipboard.') })}
      >
        Open a mail draft
      </MailLink>
      <span className={css.spring} />
      {asked === null ? null : <span className="mf-muted">asked on {formatDate(asked)}</span>}
      <Button variant="default" size="compact-sm" onClick={note}>
        {asked === null ? 'Note as asked' : 'Note as asked again'}
      </Button>
    </div>
  );
}
