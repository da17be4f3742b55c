/** One stone of a stack, in the units of its drawing. */
export interface StoneShape {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The outline as an SVG path. */
  outline: string;
  /** Which of the three tones of stone. */
  tone: 0 | 1 | 2;
}

// Half a year of full-time study: the stone that fills the drawing.
const FULL_WIDTH_ECTS = 30;
const NARROWEST = 26;
const GAP = 3;
const TONES = [0, 1, 2] as const;

/**
 * The width of a stone follows the square root of its credits, so that 1 and 3 ECTS can be told apart beside 30.
 * Unknown credits draw the narrowest stone.
 */
export function stoneWidth(ectsHundredths: number | null, fullWidth: number): number {
  const share = Math.sqrt((ectsHundredths ?? 0) / 100 / FULL_WIDTH_ECTS);
  return Math.max(NARROWEST, Math.min(1, share) * fullWidth);
}

/** Lays stones on each other from the ground up; the first is the lowest. The same stones always look the same. */
export function pileStones(
  stones: readonly { name: string; ectsHundredths: number | null }[],
  { width, stoneHeight }: { width: number; stoneHeight: number },
): { stones: StoneShape[]; height: number } {
  const height = stones.length * (stoneHeight + GAP) + GAP;
  return {
    height,
    stones: stones.map(({ name, ectsHundredths }, index) => {
      const uneven = unevenness(name);
      const stone = stoneWidth(ectsHundredths, width - 12);
      const x = (width - stone) / 2 + (stones.length > 1 ? (uneven(0) - 0.5) * 10 : 0);
      const y = height - GAP - stoneHeight - index * (stoneHeight + GAP);
      return {
        x,
        y,
        width: stone,
        height: stoneHeight,
        outline: outline(x, y, stone, stoneHeight, uneven),
        tone: TONES[Math.floor(uneven(1) * 3)] ?? 0,
      };
    }),
  };
}

/** Numbers from 0 to below 1 that depend on nothing but the name. */
function unevenness(name: string): (n: number) => number {
  let seed = 2166136261;
  for (const character of name) seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 16777619);
  return (n) => {
    const mixed = Math.imul(seed ^ (n * 374761393), 2246822519);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
}

function outline(x: number, y: number, width: number, height: number, uneven: (n: number) => number): string {
  const at = (across: number, down: number) =>
    `${(x + across * width).toFixed(1)} ${(y + down * height).toFixed(1)}`;
  // The rounded ends keep their size while the stone grows wider.
  const end = Math.min(0.32, (height * 0.62) / width);
  const wobble = (n: number) => (uneven(n) - 0.5) * 0.16;
  const left = 0.52 + wobble(2);
  const right = 0.5 + wobble(3);
  const topLeft = 0.05 + Math.abs(wobble(4));
  const topRight = 0.05 + Math.abs(wobble(5));
  return [
    `M${at(0, left)}`,
    `C${at(0, left - 0.3)} ${at(end * 0.4, topLeft)} ${at(end, topLeft)}`,
    `C${at(0.4, topLeft - 0.04)} ${at(0.6, topRight - 0.05)} ${at(1 - end, topRight)}`,
    `C${at(1 - end * 0.35, topRight)} ${at(1, right - 0.28)} ${at(1, right)}`,
    `C${at(1, right + 0.34)} ${at(1 - end * 0.5, 1)} ${at(1 - end * 1.1, 1)}`,
    `L${at(end * 1.1, 1)}`,
    `C${at(end * 0.45, 1)} ${at(0, left + 0.32)} ${at(0, left)}Z`,
  ].join("");
}
