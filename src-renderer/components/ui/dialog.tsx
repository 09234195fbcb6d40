import { Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useEdits } from '../../stores/whereabouts';

interface DialogProps extends Pick<ModalProps, 'title' | 'size'> {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A dialog that is there as long as it is open. When it goes, the focus returns to what had it before: a modal that is taken
 * out of the tree without being closed first forgets to.
 */
export function Dialog({ size = 480, children, ...rest }: DialogProps): ReactNode {
  const [before] = useState(() => document.activeElement);
  useEdits(null);
  useEffect(
    () => () => {
      // Once the modal is gone, and only where nothing else was chosen meanwhile.
      setTimeout(() => {
        const { activeElement } = document;
        const lost = activeElement === null || activeElement === document.body;
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
  return (
    <Modal opened size={size} closeButtonProps={{ 'aria-label': 'Close' }} {...rest}>
      {children}
    </Modal>
  );
}
