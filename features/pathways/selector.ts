import type { Selector } from "./programme";
import type { Facts } from "./unit";

/** How facts meet a selector: not at all, by what they are, or because the selector names the unit. */
export type Match = "no" | "fits" | "named";
export type Matcher = (facts: Facts) => Match;

/** Turned into a function once, because a catalogue of 100,000 units is put through it. */
export function compileSelector(selector: Selector): Matcher {
  const tests = testsOf(selector);
  return (facts) => {
    let found: Match = "fits";
    for (const test of tests) {
      const match = test(facts);
      if (match === "no") return "no";
      if (match === "named") found = "named";
    }
    return found;
  };
}

function testsOf(selector: Selector): Matcher[] {
  const tests: Matcher[] = [];
  const { anyOf, allOf, not, units, fields, eqfMin, eqfMax, providers, tags, teaches, quality } = selector;
  if (eqfMin !== undefined) tests.push(yes(({ eqf }) => eqf !== null && eqf >= eqfMin));
  if (eqfMax !== undefined) tests.push(yes(({ eqf }) => eqf !== null && eqf <= eqfMax));
  if (units) tests.push(named(new Set(units)));
  if (fields) {
    const isWithin = remembered((field) => fields.some((wanted) => field.startsWith(wanted)));
    tests.push(yes((facts) => facts.fields.some(isWithin)));
  }
  if (providers) tests.push(yes(overlaps(providers, (facts) => facts.providers)));
  if (tags) tests.push(yes(overlaps(tags, (facts) => facts.tags)));
  if (teaches) tests.push(yes(overlaps(teaches, (facts) => facts.teaches)));
  if (quality) tests.push(yes((facts) => facts.quality !== null && quality.includes(facts.quality)));
  if (allOf) tests.push(...allOf.map(compileSelector));
  if (anyOf) tests.push(best(anyOf.map(compileSelector)));
  if (not) {
    const inner = compileSelector(not);
    tests.push(yes((facts) => inner(facts) === "no"));
  }
  return tests;
}

const yes =
  (holds: (facts: Facts) => boolean): Matcher =>
  (facts) =>
    holds(facts) ? "fits" : "no";

const named =
  (units: ReadonlySet<string>): Matcher =>
  ({ unit }) =>
    unit !== null && units.has(unit) ? "named" : "no";

/** Asked of a hundred thousand units, but of few hundred codes. */
function remembered(holds: (code: string) => boolean): (code: string) => boolean {
  const known = new Map<string, boolean>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const found = holds(code);
    known.set(code, found);
    return found;
  };
}

function overlaps(wanted: readonly string[], of: (facts: Facts) => readonly string[]) {
  const set = new Set(wanted);
  return (facts: Facts) => of(facts).some((value) => set.has(value));
}

function best(matchers: Matcher[]): Matcher {
  return (facts) => {
    const matches = matchers.map((matcher) => matcher(facts));
    if (matches.includes("named")) return "named";
    return matches.includes("fits") ? "fits" : "no";
  };
}
