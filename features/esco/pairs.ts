import { uuidIn } from "./concept-uri";
import type { EscoFault, EscoFeed, Relation } from "./schema";
import type { EscoTable } from "./tables";

export function readBroader({ rows, cell }: EscoTable, feed: EscoFeed): void {
  for (const row of rows) {
    const step = { uri: cell(row, "conceptUri"), broaderUri: cell(row, "broaderUri") };
    if (step.uri === "" || step.broaderUri === "" || step.uri === step.broaderUri) continue;
    const kind = /\/(?:occupation|isco)\//.test(step.uri)
      ? "step of the occupation hierarchy"
      : "step of the skill hierarchy";
    feed.pairs[kind] ??= new Map();
    feed.pairs[kind].set(`${step.uri} ${step.broaderUri}`, step);
  }
}

const relationOf = (text: string): Relation | null =>
  text === "essential" || text === "optional" ? text : null;

export function readOccupationSkills({ file, rows, cell }: EscoTable, feed: EscoFeed): void {
  feed.pairs["occupation-skill relation"] ??= new Map();
  const pairs = feed.pairs["occupation-skill relation"];
  for (const row of rows) {
    const occupationId = uuidIn(cell(row, "occupationUri"), "occupation");
    const skillId = uuidIn(cell(row, "skillUri"), "skill");
    const relation = relationOf(cell(row, "relationType"));
    if (occupationId === null || skillId === null || relation === null)
      feed.faults.push(unclear("occupation-skill relation", file, row));
    else pairs.set(`${occupationId} ${skillId}`, { occupationId, skillId, relation });
  }
}

export function readSkillSkills({ file, rows, cell }: EscoTable, feed: EscoFeed): void {
  feed.pairs["skill-skill relation"] ??= new Map();
  const pairs = feed.pairs["skill-skill relation"];
  for (const row of rows) {
    const skillId = uuidIn(cell(row, "originalSkillUri"), "skill");
    const relatedId = uuidIn(cell(row, "relatedSkillUri"), "skill");
    const relation = relationOf(cell(row, "relationType"));
    if (skillId === null || relatedId === null || relation === null)
      feed.faults.push(unclear("skill-skill relation", file, row));
    else pairs.set(`${skillId} ${relatedId}`, { skillId, relatedId, relation });
  }
}

function unclear(kind: string, file: string, row: readonly string[]): EscoFault {
  return {
    kind,
    record: row.slice(0, 5).join(" "),
    rule: "relation-unclear",
    message: `A row of ${file} does not name two concepts and essential or optional; it was left out.`,
  };
}
