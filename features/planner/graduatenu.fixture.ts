import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Requirement } from "@/features/pathways/programme";
import type { Unit } from "@/features/pathways/unit";
import type { PlanInput } from "@/features/planning/plan-input";
import { all, atLeast, item, pool, programme, TODAY, unit } from "@/features/planning/programme.fixture";

/** "once": a course counts in one leaf. "every-leaf": in each that takes it. */
export const READINGS = ["once", "every-leaf"] as const;
export type Reading = (typeof READINGS)[number];

/** Credits in hundredths; cost in hundredths of what the file of costs states. */
export type CourseCosts = ReadonlyMap<string, { credits: number; cost: number }>;

export const PLAIN_COURSE = { credits: 400, cost: 100 };

type Node =
  | { type: "COURSE"; subject: string; classId: number }
  | { type: "AND" | "OR"; courses: Node[] }
  | { type: "XOM"; numCreditsMin: number; courses: Node[] }
  | { type: "RANGE"; subject: string; idRangeStart: number; idRangeEnd: number; exceptions: Node[] }
  | { type: "SECTION"; title: string; minRequirementCount: number; requirements: Node[] };

export interface Tree {
  year: number;
  slug: string;
  sections: Node[];
}

/** Trees of a file of the shared data, without those that are empty once concentrations are left aside. */
export function readTrees(files: readonly string[]): Tree[] {
  return files.flatMap((file) =>
    gunzipSync(readFileSync(file))
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line))
      .map(({ year, slug, doc }): Tree => ({ year, slug, sections: doc.requirementSections }))
      .filter(({ sections }) => sections.some((section) => !isEmptySection(section))),
  );
}

const isEmptySection = (node: Node): boolean => node.type === "SECTION" && node.requirements.length === 0;

/** Courses that the trees of a year name, by subject. */
export type Universe = ReadonlyMap<string, readonly number[]>;

export function universeOf(trees: readonly Tree[]): Universe {
  const found = new Map<string, Set<number>>();
  const visit = (node: Node) => {
    if (node.type === "COURSE")
      found.set(node.subject, (found.get(node.subject) ?? new Set()).add(node.classId));
    else if (node.type === "RANGE") node.exceptions.forEach(visit);
    else if (node.type === "SECTION") node.requirements.forEach(visit);
    else node.courses.forEach(visit);
  };
  for (const { sections } of trees) sections.forEach(visit);
  return new Map([...found].map(([subject, ids]) => [subject, [...ids].sort((a, b) => a - b)]));
}

/** A tree as a question to the planner: the cheapest way to finish it from nothing. */
export function questionOf(tree: Tree, universe: Universe, reading: Reading, costs: CourseCosts): PlanInput {
  const named = new Set<string>();
  const name = (subject: string, classId: number) => {
    const course = `${subject}${classId}`;
    named.add(course);
    return course;
  };

  const coursesIn = (node: Node): string[] => {
    if (node.type === "COURSE") return [name(node.subject, node.classId)];
    if (node.type === "RANGE") return rangeOf(node);
    return (node.type === "SECTION" ? node.requirements : node.courses).flatMap(coursesIn);
  };

  const rangeOf = ({ subject, idRangeStart, idRangeEnd, exceptions }: Extract<Node, { type: "RANGE" }>) => {
    const excepted = new Set(
      exceptions.flatMap((each) =>
        each.type === "COURSE" && each.subject === subject ? [each.classId] : [],
      ),
    );
    return (universe.get(subject) ?? [])
      .filter((id) => id >= idRangeStart && id <= idRangeEnd && !excepted.has(id))
      .map((id) => name(subject, id));
  };

  const requirement = (node: Node, id: string): Requirement => {
    const children = (nodes: readonly Node[]) =>
      nodes.map((child, index) => requirement(child, `${id}.${index}`));
    switch (node.type) {
      case "COURSE":
        return item(id, name(node.subject, node.classId));
      case "AND":
        return all(id, ...children(node.courses));
      case "OR":
        return atLeast(id, 1, ...children(node.courses));
      case "XOM":
        return pool(id, Math.round(node.numCreditsMin * 100), [...new Set(node.courses.flatMap(coursesIn))]);
      case "RANGE":
        return pool(id, 0, rangeOf(node), { minItems: 1 });
      case "SECTION":
        return atLeast(id, node.minRequirementCount, ...children(node.requirements));
    }
  };

  const root = all("root", ...tree.sections.map((section, index) => requirement(section, String(index))));
  return {
    version: programme(root, {
      policy: reading === "once" ? {} : { sharing: [{ between: ["root", "root"], mode: "allow" }] },
    }),
    rules: [],
    held: [],
    units: [...named].map((course) => courseUnit(course, costs)),
    limits: {},
    now: TODAY,
  };
}

function courseUnit(course: string, costs: CourseCosts): Unit {
  const { credits, cost } = costs.get(course) ?? PLAIN_COURSE;
  return unit(course, { credits, priceCents: cost, hours: null, fields: [] });
}
