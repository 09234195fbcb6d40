import type { ReactNode } from 'react';
import { type Radar, type RadarAxis, type RadarBox, radarOf } from './radar';
import styles from './radar.module.css';

const WIDTH = 368;
const HEIGHT = 292;
const LINE = 15;
const BOX: RadarBox = { centre: { x: WIDTH / 2, y: 146 }, radius: 108, labelGap: 16 };

function Grid({ radar }: { readonly radar: Radar }): ReactNode {
  return (
    <>
      {radar.rings.map(({ value, path }) => (
        <path key={value} d={path} className={styles.ring} />
      ))}
      {radar.spokes.map(({ id, to }) => (
        <line key={id} x1={BOX.centre.x} y1={BOX.centre.y} x2={to.x} y2={to.y} className={styles.ring} />
      ))}
      {radar.rings.map(({ value, label }) => (
        <text key={value} x={label.x + 5} y={label.y + 11} className={styles.scale}>
          {value}
        </text>
      ))}
    </>
  );
}

/** The six means in one picture; `words` say what it shows, the table beside it has the numbers. */
export function RadarView({ axes, words }: { readonly axes: readonly RadarAxis[]; readonly words: string }): ReactNode {
  const radar = radarOf(axes, BOX);
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words} className={styles.radar}>
        <Grid radar={radar} />
        {radar.band !== '' && <path d={radar.band} fillRule="evenodd" className={styles.band} />}
        <path d={radar.need} className={styles.need} />
        <path d={radar.mean} className={styles.mean} />
        {radar.dots.map(({ id, x, y }) => (
          <circle key={id} cx={x} cy={y} r={3.5} className={styles.dot} />
        ))}
        {radar.labels.map(({ id, x, y, anchor, lines }) => (
          <text key={id} x={x} y={y + 4} textAnchor={anchor} className={styles.label}>
            {lines.map((line, index) => (
              <tspan key={line} x={x} dy={index === 0 ? ((1 - lines.length) * LINE) / 2 : LINE}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
      </svg>
      <figcaption className={styles.caption}>
        <span>
          <span className={styles.keyMean} aria-hidden="true" /> mean of the answers, 0 to 3
        </span>
        <span>
          <span className={styles.keyNeed} aria-hidden="true" /> what the target needs
        </span>
        {radar.band !== '' && (
          <span>
            <span className={styles.keyBand} aria-hidden="true" /> where unknown answers could put it
          </span>
        )}
      </figcaption>
    </figure>
  );
}
