/** A feed may lack a fifth of what is held from its source; more looks like a broken feed. */
const LARGEST_LOSS = 0.2;
/** Below so few records a fifth says nothing. */
const FEWEST_HELD = 5;

export interface Tally {
  /** In the singular. */
  kind: string;
  /** Held from the source and not withdrawn. */
  held: number;
  /** Of those: not in the feed any more. */
  lacking: number;
}

/** Why a feed that lacks so much may not be applied; null where it may. Each kind counts by itself, and all together. */
export function lossToQuarantine(tallies: readonly Tally[]): string | null {
  const all = {
    kind: "record",
    held: tallies.reduce((sum, { held }) => sum + held, 0),
    lacking: tallies.reduce((sum, { lacking }) => sum + lacking, 0),
  };
  const worst = [...tallies, all].find(
    ({ held, lacking }) => held >= FEWEST_HELD && lacking > held * LARGEST_LOSS,
  );
  if (!worst) return null;
  const percent = Math.round((worst.lacking / worst.held) * 100);
  return (
    `The feed lacks ${worst.lacking} of the ${worst.held} ${worst.kind}s held from this source (${percent} %, more than 20 %). ` +
    "Nothing was changed. Check the feed; with --partial what it holds is taken in and nothing is withdrawn."
  );
}
