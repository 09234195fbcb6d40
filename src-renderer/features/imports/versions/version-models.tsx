import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { ModelChoices } from '../model-choices';
import type { VersionMappingProps } from './version-columns';
import { setModel } from './version-mapping-edits';

/** Which model each name of the file means, and what becomes of those that no model has. */
export function VersionModels({ preview, mapping, edit }: VersionMappingProps): ReactNode {
  const create = mapping.unknownModels === 'create';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-sample" aria-label="Models of the versions" tabIndex={0}>
      <Checkbox
        className="mf-version-create"
        label="Names that no model has become models of their own"
        checked={create}
        onChange={(event) => {
          const unknownModels = event.currentTarget.checked ? 'create' : 'skip';
          edit((before) => ({ ...before, unknownModels }));
        }}
      />
      <ModelChoices
        className="mf-version-columns"
        counted="Versions"
        models={preview.models}
        create={create}
        choose={(text, next) => edit((before) => setModel(before, text, next))}
      />
    </section>
  );
}
