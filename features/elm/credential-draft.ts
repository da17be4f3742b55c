import type { LearningFacts, Outcome, SkillLink } from "@/features/courses/schema";
import type { CredentialContent, CredentialKind } from "@/features/credentials/schema";
import { assessmentOf } from "@/features/exchange/assessment";
import { parseDecimal } from "@/features/exchange/decimal";
import { parseIsoDuration, workHours } from "@/features/exchange/iso-duration";
import { assessmentTypes } from "@/features/vocabularies/assessment-types";
import { creditSystems } from "@/features/vocabularies/credit-systems";
import { parseEqfLevel } from "@/features/vocabularies/eqf";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { modes } from "@/features/vocabularies/modes";
import { type ElmGraph, type ElmNode, follow } from "./node";
import type { Remarks } from "./remarks";
import { noteText, oneLine, paragraphs, prose, webAddress } from "./texts";

/** A learning achievement specification or a qualification. Its kind is not stated unless `category` declares it. */
export function toCredential(graph: ElmGraph, node: ElmNode, remarks: Remarks): CredentialContent {
  const title = oneLine(node.lang("title")) ?? {};
  return {
    kind: kindOf(node),
    defaultLanguage: Object.keys(title)[0] ?? "en",
    title,
    description: prose(node.lang("description")) ?? noteText(node, "learningOutcomeSummary"),
    ...toLearning(graph, node, remarks),
    isOutsideFramework: false,
    modes: remarks.listed(node, "mode", modes),
    qualityAssurance: paragraphs(
      follow(graph, node, "accreditation").map((found) => oneLine(found.lang("title"))),
    ),
    stackability: node.has("isPartOf") ? "integrated" : "not-stated",
    validity: null,
    homepage: webAddress(node, "homepage"),
    outcomes: follow(graph, node, "learningOutcome").map((outcome) => toOutcome(outcome, remarks)),
    awardingBodies: awardingBodies(graph, node, remarks),
  };
}

const DECLARED_KINDS: readonly (readonly [RegExp, CredentialKind])[] = [
  [/^micro-? ?credentials?$/i, "micro-credential"],
  [/^certificate of attendance$/i, "certificate-of-attendance"],
];

function kindOf(node: ElmNode): CredentialKind {
  const categories = Object.values(node.lang("category") ?? {}).flatMap((text) => text.split("\n"));
  return (
    DECLARED_KINDS.find(([words]) => categories.some((text) => words.test(text.trim())))?.[1] ?? "not-stated"
  );
}

function toLearning(graph: ElmGraph, node: ElmNode, remarks: Remarks): LearningFacts {
  const proofs = follow(graph, node, "provenBy");
  const types = [...new Set(proofs.flatMap((proof) => remarks.listed(proof, "type", assessmentTypes)))];
  const hours = toHours(node, remarks);
  return {
    fields: toFields(node),
    ectsHundredths: toEcts(node, remarks),
    hoursMin: hours,
    hoursMax: hours,
    eqf: node.codes("EQFLevel").map(parseEqfLevel)[0] ?? null,
    nqf: toNqf(node, remarks),
    cycle: null,
    assessment: proofs.length > 0 && types.length === 0 ? "assessed" : assessmentOf(types),
    assessmentTypes: types,
    supervision: "not-stated",
    prerequisites: noteText(node, "entryRequirement"),
  };
}

export const toFields = (node: ElmNode): string[] => [
  ...new Set(node.codes("ISCEDFCode").flatMap((uri) => iscedFields.fromUri(uri) ?? [])),
];

const MAX_INTEGER = 2_147_483_647;

function toEcts(node: ElmNode, remarks: Remarks): number | null {
  const points = node.parts("creditPoint");
  const ects = points.find((point) =>
    point.codes("framework").some((uri) => creditSystems.fromUri(uri) === "ects"),
  );
  if (ects === undefined) {
    if (points.length > 0)
      remarks.add("warn", node, "creditPoint", "credit-system", "is not in ECTS: left out.");
    return null;
  }
  const text = ects.text("point") ?? "";
  const reading = parseDecimal(text);
  if (!reading.ok || reading.hundredths > MAX_INTEGER) {
    return remarks.add(
      "refuse",
      ects,
      "point",
      "credits",
      `"${text}" is no number of credits. Write it as 2.5 or 2,5.`,
    );
  }
  if (reading.hundredths > 0) return reading.hundredths;
  return remarks.add("warn", ects, "point", "credits", "is 0, which counts as not stated. Leave it out.");
}

const MAX_HOURS = 999_999;

/** Hours of work. Days and months of work are no hours, and a slip of the pen for minutes is likely. */
export function toHours(node: ElmNode, remarks: Remarks): number | null {
  const text = node.text("volumeOfLearning");
  const duration = text === null ? null : parseIsoDuration(text);
  if (duration === null) return null;
  const hours = workHours(duration);
  if (hours !== null && hours <= MAX_HOURS) return hours;
  const message = `"${text}" says no hours of work: left out. Write them as PT75H; P60M are months, PT60M are minutes.`;
  return remarks.add("warn", node, "volumeOfLearning", "workload-unit", message);
}

const NQF = /^https?:\/\/data\.europa\.eu\/snb\/qdr\/(c_[0-9a-f]{8})\/?$/;

function toNqf(node: ElmNode, remarks: Remarks): string | null {
  const [uri] = node.codes("NQFLevel");
  if (uri === undefined) return null;
  const code = NQF.exec(uri)?.[1];
  if (code !== undefined) return `http://data.europa.eu/snb/qdr/${code}`;
  return remarks.add("warn", node, "NQFLevel", "unknown-code", `"${uri}" is not in the EU's list: left out.`);
}

const SKILL = /^https?:\/\/data\.europa\.eu\/esco\/skill\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i;

function toOutcome(node: ElmNode, remarks: Remarks): Outcome {
  const ids = remarks.codes(node, "relatedESCOSkill", (uri) => SKILL.exec(uri)?.[1]?.toLowerCase() ?? null);
  return {
    text: prose(node.lang("title")) ?? {},
    skills: ids.map((skillId): SkillLink => ({ skillId, method: "stated" })),
  };
}

function awardingBodies(graph: ElmGraph, node: ElmNode, remarks: Remarks): string[] {
  const bodies = node.parts("awardingOpportunity").flatMap((part) => follow(graph, part, "awardingBody"));
  if (bodies.some(({ type }) => type === "Agent")) {
    const message = "leads to an agent that is no organisation: left out. Describe it as an organisation.";
    remarks.add("warn", node, "awardingBody", "awarding-body", message);
  }
  return [...new Set(bodies.filter(({ type }) => type === "Organisation").map(({ id }) => id))];
}
