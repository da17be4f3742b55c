import styles from "./stack-figure.module.css";
import { pileStones } from "./stone-shape";

export interface Stone {
  /** What it is, unique in its stack. */
  name: string;
  ectsHundredths: number | null;
  /** Counted: surely. Held: owned already, and counts. Possible: someone would have to say yes. Open: still missing. */
  kind: "counted" | "held" | "possible" | "open";
  /** A few words that fit on the stone. */
  label?: string;
}

interface Props {
  /** From the ground up. */
  stones: readonly Stone[];
  /** The same in words, for those who do not see the drawing. */
  description: string;
  size?: "small" | "medium" | "full";
}

const SIZES = {
  small: { width: 120, stoneHeight: 17 },
  medium: { width: 190, stoneHeight: 24 },
  full: { width: 300, stoneHeight: 46 },
} as const;

/** Credentials as stones: the width follows the credits, the outline says whether they are counted, held or open. */
export function StackFigure({ stones, description, size = "full" }: Props) {
  const { width, stoneHeight } = SIZES[size];
  const pile = pileStones(stones, { width, stoneHeight });
  return (
    <svg
      viewBox={`0 0 ${width} ${pile.height}`}
      width={width}
      height={pile.height}
      role="img"
      aria-label={description}
      className={styles.stack}
    >
      {stones.map(({ name, kind, label }, index) => {
        const shape = pile.stones[index];
        if (!shape) return null;
        const { x, y, width: stone, height, outline, tone } = shape;
        return (
          <g key={name} className={styles[kind]} data-tone={tone}>
            <path d={outline} />
            {kind === "held" && <path className={styles.inner} d={outline} />}
            {label && (
              <text x={x + stone / 2} y={y + height / 2} textAnchor="middle" dominantBaseline="central">
                {label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
