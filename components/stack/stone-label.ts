import { stoneWidth } from "./stone-shape";

// Of the figure's letters, on average and with a margin.
const LETTER = 7.4;
const ENDS = 22;
const FULL_FIGURE = 288;

/** The first of some labels, longest first, that fits on a stone of the full figure; none where none does. */
export function stoneLabel(ectsHundredths: number | null, ...labels: (string | null)[]): string | undefined {
  const room = stoneWidth(ectsHundredths, FULL_FIGURE) - ENDS;
  return labels.find((label) => label !== null && label.length * LETTER <= room) ?? undefined;
}
