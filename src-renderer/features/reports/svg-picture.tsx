import type { ReactNode } from 'react';

/** A drawing of the engine's, shown as a picture: nothing in it can run. */
export function SvgPicture({
  svg,
  alt,
  className,
}: {
  readonly svg: string;
  readonly alt: string;
  readonly className?: string | undefined;
}): ReactNode {
  return <img className={className} alt={alt} src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} />;
}
