import { notify } from '../components/ui/notify';
import type { ViewAddress } from '../lib/view-address';

/**
 * Goes where a link leads. Of another portfolio the filters still fit; what it names may not be here, which is said.
 *
 * @param open name of the portfolio that is open
 */
export function followLink({ href, of }: ViewAddress, open: string | null, go: (href: string) => void): void {
  go(href);
  if (of !== '' && open !== null && of !== open)
    notify({ message: `This link was copied from “${of}”; here “${open}” is open, which may not hold what it names.` });
}
