import type { ProgrammeVersion } from "@/features/pathways/programme";
import type { Item } from "@/features/planning/problem";
import type { Cost } from "@/features/planning-model/stages";

/** Bounds are fractions, costs are whole numbers. */
const TOLERANCE = 1e-6;

/**
 * Candidates that can be in a plan which costs no more than one that was found; costs must not be negative.
 *
 * A plan costs at least what its dearest unit does. And its credits must reach the programme's total: were that all it
 * had to do, and could units be taken in parts, the least would be to take the cheapest credits first. With the price of
 * the last of those for every credit, a unit adds to that least what it costs above its credits' worth.
 */
export function affordable(
  items: readonly Item[],
  { totalCredits }: ProgrammeVersion,
  cost: Cost,
  found: number,
): Item[] {
  const held = items.reduce((sum, item) => sum + (item.held ? creditsOf(item) : 0), 0);
  const { least, worth } = cheapestCredits(items, cost, totalCredits - held);
  return items.filter((item) => {
    if (item.held) return true;
    const own = cost(item);
    return own <= found && least + own - worth * creditsOf(item) <= found + TOLERANCE;
  });
}

const creditsOf = ({ edges }: Item): number => Math.max(0, ...edges.map(({ credits }) => credits));

/** What so many credits cost at least, and what the last of them does. */
function cheapestCredits(
  items: readonly Item[],
  cost: Cost,
  credits: number,
): { least: number; worth: number } {
  const offers = items.flatMap((item) => {
    const own = item.held ? 0 : creditsOf(item);
    return own > 0 ? [{ own, each: cost(item) / own }] : [];
  });
  offers.sort((a, b) => a.each - b.each);
  let least = 0;
  let open = credits;
  for (const { own, each } of offers) {
    if (open <= own) return open <= 0 ? { least: 0, worth: 0 } : { least: least + open * each, worth: each };
    least += own * each;
    open -= own;
  }
  return { least: 0, worth: 0 };
}
