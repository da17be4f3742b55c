import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { childOf, childrenOf, readXml, type XmlElement } from "@/features/exchange/xml-reader";
import { sharedData } from "@/tests/shared-data";
import { type ElmType, shapeOf } from "./shapes";

const schema = sharedData("elm/xsd-loq/loq.xsd");

const TYPES: readonly ElmType[] = [
  "LearningOpportunity",
  "LearningAchievementSpecification",
  "Qualification",
  "QualificationReference",
  "LearningOutcome",
  "LearningActivitySpecification",
  "LearningAssessmentSpecification",
  "LearningEntitlementSpecification",
  "Organisation",
  "Agent",
  "Group",
  "Accreditation",
  "GradingScheme",
  "Location",
  "Address",
  "CreditPoint",
  "PriceDetail",
  "Amount",
  "Grant",
  "WebResource",
  "PeriodOfTime",
  "AwardingOpportunity",
  "Identifier",
  "LegalIdentifier",
];

function readSchema(): Map<string, XmlElement> {
  const reading = readXml(readFileSync(schema ?? ""));
  if (!reading.ok) throw new Error(reading.message);
  return new Map(
    childrenOf(reading.root, "complexType").map((type) => [type.attributes.get("name") ?? "", type]),
  );
}

/** "title+" and the like, in order, those of the type that is extended first. */
function sequenceOf(types: Map<string, XmlElement>, name: string): string[] {
  const type = types.get(name);
  if (!type) return [];
  const content = childOf(type, "complexContent");
  const derived = content && (childOf(content, "extension") ?? childOf(content, "restriction"));
  const base = derived?.name === "extension" ? sequenceOf(types, derived.attributes.get("base") ?? "") : [];
  const sequence = childOf(derived ?? type, "sequence");
  const own = (sequence ? childrenOf(sequence, "element") : []).map((element) => {
    const property = (element.attributes.get("ref") ?? element.attributes.get("name") ?? "").replace(
      /^.*:/,
      "",
    );
    const isOptional = element.attributes.get("minOccurs") === "0";
    const isMany = element.attributes.get("maxOccurs") === "unbounded";
    return property + (isMany ? (isOptional ? "*" : "+") : isOptional ? "?" : "");
  });
  return [...base, ...own];
}

describe.skipIf(schema === null)(
  "shapes beside the official LOQ schema (skipped without ../shared/data)",
  () => {
    it.each(TYPES)("%s is the same", (type) => {
      const ours = [...shapeOf(type, false)].map(([name, { min, max }]) => {
        if (max === null) return name + (min === 1 ? "+" : "*");
        return name + (min === 1 ? "" : "?");
      });
      expect(ours).toEqual(sequenceOf(readSchema(), `${type}Type`));
    });
  },
);
