import type { Day } from "@/lib/dates";
import type { Hundredths, ProgrammeVersion, Requirement } from "./programme";
import { ancestry, leavesOf, nodesOf, sharingOf } from "./requirement-tree";
import type { Prerequisite } from "./unit";

export type LintCode =
  | "duplicate-node"
  | "k-larger-than-children"
  | "empty-pool"
  | "maximum-below-minimum"
  | "unreachable-minimum"
  | "unreachable-total"
  | "level-minimum-above-total"
  | "residency-minimum-above-total"
  | "cycle"
  | "prerequisite-cycle"
  | "unknown-node"
  | "rule-to-inner-node"
  | "validity-ends-before-it-starts"
  | "sharing-declared-twice"
  | "duplicate-rule"
  | "rule-expired"
  | "undefined-sharing";

export interface LintFinding {
  severity: "refuse" | "warn";
  code: LintCode;
  /** Node ids from the root to the part concerned, joined by "/"; "policy", "rules/ID" for what is outside the tree. */
  path: string;
  params: Record<string, string | number>;
}

export interface LintContext {
  today: Day;
  /** Credits of the catalogue's unit; null where it is unknown or states none: then a pool's reach is not judged. */
  creditsOf?: (unit: string) => Hundredths | null;
  /** What a qualification itself asks for, so that none asks for itself over any number of steps. */
  needs?: (unit: string) => readonly string[];
}

/** What is wrong with a programme version. "refuse": it must not be published so. "warn": someone should look. */
export function lintProgramme(version: ProgrammeVersion, context: LintContext): LintFinding[] {
  const paths = ancestry(version.root);
  const pathOf = (id: string) => (paths.get(id) ?? [id]).join("/");
  return [
    ...duplicates(version, pathOf),
    ...[...nodesOf(version.root)].flatMap((node) => nodeFindings(node, pathOf(node.id), context)),
    ...policyFindings(version),
    ...cycleFindings(version, pathOf, context),
    ...ruleFindings(version, context),
    ...sharingFindings(version, pathOf),
    ...prerequisiteFindings(version),
  ];
}

const refuse = (code: LintCode, path: string, params: LintFinding["params"] = {}): LintFinding => ({
  severity: "refuse",
  code,
  path,
  params,
});

const warn = (code: LintCode, path: string, params: LintFinding["params"] = {}): LintFinding => ({
  severity: "warn",
  code,
  path,
  params,
});

function duplicates({ root, rules }: ProgrammeVersion, pathOf: (id: string) => string): LintFinding[] {
  const repeated = (ids: readonly string[]) => [
    ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
  ];
  return [
    ...repeated([...nodesOf(root)].map(({ id }) => id)).map((id) =>
      refuse("duplicate-node", pathOf(id), { id }),
    ),
    ...repeated(rules.map(({ id }) => id)).map((id) => refuse("duplicate-rule", `rules/${id}`, { id })),
  ];
}

function nodeFindings(node: Requirement, path: string, { creditsOf }: LintContext): LintFinding[] {
  if (node.kind === "atLeast" && node.k > node.of.length) {
    return [refuse("k-larger-than-children", path, { k: node.k, children: node.of.length })];
  }
  if (node.kind !== "credits") return [];
  const found: LintFinding[] = [];
  const { minCredits, maxCredits, minItems = 0, from } = node;
  if (maxCredits !== undefined && maxCredits < minCredits) {
    found.push(refuse("maximum-below-minimum", path, { min: minCredits, max: maxCredits }));
  }
  if (Object.keys(from).length === 0 || from.units?.length === 0) found.push(refuse("empty-pool", path));
  // Only a pool that lists its units has a reach that can be known from the programme alone.
  const { units } = from;
  if (!units || units.length === 0) return found;
  if (minItems > units.length)
    found.push(refuse("unreachable-minimum", path, { needs: minItems, has: units.length }));
  const credits = units.map((unit) => creditsOf?.(unit) ?? null);
  if (credits.every((each) => each !== null)) {
    const sum = credits.reduce((total, each) => total + each, 0);
    if (sum < minCredits) found.push(refuse("unreachable-minimum", path, { needs: minCredits, has: sum }));
  }
  return found;
}

function policyFindings({ policy, root, totalCredits, ...version }: ProgrammeVersion): LintFinding[] {
  const found: LintFinding[] = [];
  for (const { eqf, credits } of policy.levelMinima) {
    if (credits > totalCredits)
      found.push(refuse("level-minimum-above-total", "policy", { eqf, credits, totalCredits }));
  }
  const residency = policy.residency.minFromAwardingBody ?? 0;
  if (residency > totalCredits) {
    found.push(refuse("residency-minimum-above-total", "policy", { credits: residency, totalCredits }));
  }
  const leaves = leavesOf(root);
  const caps = leaves.map((leaf) => (leaf.kind === "credits" ? leaf.maxCredits : undefined));
  const isCapped = caps.every((cap) => cap !== undefined) && leaves.every(({ kind }) => kind === "credits");
  const most = caps.reduce<number>((sum, cap) => sum + (cap ?? 0), 0);
  if (isCapped && most < totalCredits)
    found.push(refuse("unreachable-total", root.id, { most, totalCredits }));
  const known = new Set([...nodesOf(root)].map(({ id }) => id));
  const pairs = new Set<string>();
  for (const { between } of policy.sharing) {
    for (const id of between) if (!known.has(id)) found.push(refuse("unknown-node", "policy", { node: id }));
    const pair = [...between].sort().join(" ");
    if (pairs.has(pair)) found.push(refuse("sharing-declared-twice", "policy", { pair }));
    pairs.add(pair);
  }
  if (version.validTo !== null && version.validTo < version.validFrom) {
    found.push(refuse("validity-ends-before-it-starts", "validTo"));
  }
  return found;
}

function cycleFindings(
  { root, qualification }: ProgrammeVersion,
  pathOf: (id: string) => string,
  { needs }: LintContext,
): LintFinding[] {
  return leavesOf(root).flatMap((leaf) => {
    const named = leaf.kind === "item" ? [leaf.unit] : leaf.kind === "credits" ? (leaf.from.units ?? []) : [];
    const through = named.filter((unit) => reaches(unit, qualification, needs ?? (() => [])));
    return through.map((unit) => refuse("cycle", pathOf(leaf.id), { unit }));
  });
}

function reaches(from: string, target: string, needs: (unit: string) => readonly string[]): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    if (unit === target) return true;
    if (seen.has(unit)) continue;
    seen.add(unit);
    open.push(...needs(unit));
  }
  return false;
}

function ruleFindings({ rules, root }: ProgrammeVersion, { today }: LintContext): LintFinding[] {
  const kinds = new Map([...nodesOf(root)].map(({ id, kind }) => [id, kind]));
  return rules.flatMap(({ id, to, validFrom, validTo }) => {
    const found: LintFinding[] = [];
    const path = `rules/${id}`;
    if ("node" in to) {
      const kind = kinds.get(to.node);
      if (kind === undefined) found.push(refuse("unknown-node", path, { node: to.node }));
      else if (kind === "all" || kind === "atLeast" || kind === "manual") {
        found.push(refuse("rule-to-inner-node", path, { node: to.node }));
      }
    }
    if (validTo !== null && validTo < validFrom) found.push(refuse("validity-ends-before-it-starts", path));
    else if (validTo !== null && validTo < today) found.push(warn("rule-expired", path, { validTo }));
    return found;
  });
}

/** Where there is another way a plan can still be found, so that it is for a person to judge. */
function prerequisiteFindings({ prerequisites = [] }: ProgrammeVersion): LintFinding[] {
  const asked = new Map<string, string[]>();
  const unitsIn = (each: Prerequisite): string[] =>
    each.kind === "unit" ? [each.unit] : "of" in each ? each.of.flatMap(unitsIn) : [];
  for (const { unit, requires } of prerequisites)
    asked.set(unit, [...(asked.get(unit) ?? []), ...unitsIn(requires)]);
  return [...asked].flatMap(([unit, first]) =>
    first.some((each) => reaches(each, unit, (other) => asked.get(other) ?? []))
      ? [warn("prerequisite-cycle", "prerequisites", { unit })]
      : [],
  );
}

/** A unit that two leaves name, with nothing said about sharing it: it will count once, and perhaps nobody meant that. */
function sharingFindings({ root, policy }: ProgrammeVersion, pathOf: (id: string) => string): LintFinding[] {
  const naming = new Map<string, string[]>();
  for (const leaf of leavesOf(root)) {
    const units = leaf.kind === "item" ? [leaf.unit] : leaf.kind === "credits" ? (leaf.from.units ?? []) : [];
    for (const unit of new Set(units)) naming.set(unit, [...(naming.get(unit) ?? []), leaf.id]);
  }
  const paths = ancestry(root);
  const found = new Map<string, LintFinding>();
  for (const [unit, leaves] of naming) {
    for (const [at, leafA] of leaves.entries()) {
      for (const leafB of leaves.slice(at + 1)) {
        if (sharingOf(policy.sharing, paths, leafA, leafB) !== null || found.has(`${leafA} ${leafB}`))
          continue;
        found.set(
          `${leafA} ${leafB}`,
          warn("undefined-sharing", pathOf(leafA), { with: pathOf(leafB), unit }),
        );
      }
    }
  }
  return [...found.values()];
}
