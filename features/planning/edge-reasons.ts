import type { Edge } from "@/features/pathways/edge";
import type { ProgrammeVersion, RecordId } from "@/features/pathways/programme";
import type { Reason } from "@/features/pathways/reason";

export function decisionBodyOf(version: ProgrammeVersion, { basis }: Edge): RecordId {
  if (basis.kind === "rule") return basis.rule.decisionBody;
  return basis.kind === "equivalent" ? basis.group.decisionBody : version.awardingBodies[0];
}

/** Why it counts, who decides, what they will ask for, and until when: read off the edge that the solution uses. */
export function reasonsOfEdge(version: ProgrammeVersion, edge: Edge): Reason[] {
  const reasons: Reason[] = [
    whyItCounts(version, edge),
    { code: "decided-by", params: { body: decisionBodyOf(version, edge) } },
  ];
  const rule = edge.basis.kind === "rule" ? edge.basis.rule : null;
  for (const index of rule?.evidenceRequired.keys() ?? []) {
    reasons.push({ code: "evidence-needed", params: { rule: rule?.id ?? "", index } });
  }
  for (const need of edge.needs) {
    if (need === "grade")
      reasons.push({ code: "grade-needed", params: { leaf: edge.leaf, rule: rule?.id ?? null } });
    else if (rule) reasons.push({ code: "identity-check-needed", params: { rule: rule.id } });
  }
  if (edge.until) reasons.push({ code: "expires-on", params: edge.until });
  return reasons;
}

function whyItCounts(version: ProgrammeVersion, { leaf, certainty, basis }: Edge): Reason {
  switch (basis.kind) {
    case "rule": {
      const { id, source } = basis.rule;
      return { code: "counts-by-rule", params: { leaf, rule: id, certainty, source } };
    }
    case "equivalent": {
      const { id, source } = basis.group;
      return { code: "counts-as-equivalent", params: { leaf, group: id, certainty, source } };
    }
    case "named":
      return { code: "counts-as-named", params: { leaf, certainty, source: version.source } };
    case "fits":
      return { code: "counts-as-fits", params: { leaf, certainty, source: version.source } };
  }
}
