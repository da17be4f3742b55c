/**
 * What the LOQ profile of the European Learning Model 3.1 allows: for each type its properties in the order of the XML
 * schema, with "?" for at most one, "*" for any number, "+" for one or more and nothing for exactly one.
 */
const DECLARED = {
  LearningOpportunity:
    "identifier* title+ description* type* additionalNote* homepage+ supplementaryDocument* temporal? duration? mode* " +
    "grant* learningSchedule? scheduleInformation? admissionProcedure? applicationDeadline* priceDetail* providedBy+ " +
    "location* learningAchievementSpecification learningActivitySpecification? hasPart* isPartOf* bannerImage? " +
    "defaultLanguage status? modified? publisher?",
  LearningAchievementSpecification:
    "identifier* title+ altLabel* description* additionalNote* homepage* supplementaryDocument* category* status? " +
    "modified? publisher? type* learningOutcomeSummary? ISCEDFCode+ educationSubject* volumeOfLearning? creditPoint* " +
    "educationLevel* language+ mode* learningSetting? maximumDuration? targetGroup* entryRequirement? learningOutcome+ " +
    "influencedBy* provenBy* entitlesTo* hasPart* specialisationOf* isPartOf* generalisationOf* awardingOpportunity*",
  QualificationReference: "identifier",
  LearningOutcome:
    "identifier* title+ type? additionalNote* reusabilityLevel? relatedSkill* relatedESCOSkill*",
  LearningActivitySpecification:
    "identifier* title+ altLabel* description* additionalNote* homepage* supplementaryDocument* category* status? " +
    "modified? publisher? type* contactHour* volumeOfLearning? language* mode* influences* hasPart* specialisationOf* " +
    "isPartOf* generalisationOf*",
  LearningAssessmentSpecification:
    "identifier* title+ altLabel* description* additionalNote* homepage* supplementaryDocument* category* status? " +
    "modified? publisher? type* language* mode* gradingScheme? proves* hasPart* specialisationOf* isPartOf* " +
    "generalisationOf*",
  LearningEntitlementSpecification:
    "identifier* title+ altLabel* description* additionalNote* homepage* supplementaryDocument* category* status? " +
    "modified? publisher? type entitlementStatus limitOrganisation* limitJurisdiction* limitOccupation* " +
    "limitNationalOccupation* entitledBy* hasPart* specialisationOf* isPartOf* generalisationOf*",
  Organisation:
    "altLabel* legalName+ type* identifier* eidasLegalIdentifier? registration? vatIdentifier* taxIdentifier* homepage* " +
    "additionalNote* accreditation* location+ contactPoint* hasSubOrganization* subOrganizationOf? logo? " +
    "groupMemberOf* status? modified? publisher?",
  Agent:
    "identifier* prefLabel* altLabel* additionalNote* location* contactPoint* groupMemberOf* status? modified? publisher?",
  Group: "prefLabel+ altLabel* type* additionalNote* location* contactPoint* member*",
  Accreditation:
    "identifier* type title+ description* decision? report? organisation+ limitQualification? limitField* limitEQFLevel* " +
    "limitJurisdiction* accreditingAgent issued? reviewDate? expiryDate? valid? additionalNote* homepage* landingPage* " +
    "supplementaryDocument* status? modified? publisher?",
  GradingScheme: "identifier* title+ description* supplementaryDocument*",
  Location: "identifier* geographicName* spatialCode* description* address+ geometry*",
  Address: "identifier* fullAddress? countryCode",
  CreditPoint: "framework point",
  PriceDetail: "identifier* amount? prefLabel* description* additionalNote*",
  Amount: "unit value",
  Grant: "title+ description* type? supplementaryDocument* contentUrl?",
  WebResource: "title* language? contentUrl?",
  Note: "subject? noteFormat? noteLiteral+",
  PeriodOfTime: "prefLabel* startDate? endDate?",
  AwardingOpportunity: "identifier* awardingBody+ location? temporal? learningAchievementSpecification",
  Identifier: "notation creator? schemeAgency? issued? schemeName? schemeVersion? schemeId? type*",
} as const;

const QUALIFICATION = "isPartialQualification? EQFLevel NQFLevel+ qualificationCode* accreditation*";

export type ElmType = keyof typeof DECLARED | "Qualification" | "LegalIdentifier";

export interface Allowed {
  position: number;
  min: 0 | 1;
  max: 1 | null;
}

export type Shape = ReadonlyMap<string, Allowed>;

const SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    ...DECLARED,
    Qualification: `${DECLARED.LearningAchievementSpecification} ${QUALIFICATION}`,
    LegalIdentifier: `${DECLARED.Identifier} spatial`,
  }).map(([type, properties]) => [type, new Map(properties.split(" ").map(allowed))]),
);

function allowed(text: string, position: number): [string, Allowed] {
  const [, name = "", sign = ""] = /^(\w+)([?*+]?)$/.exec(text) ?? [];
  return [
    name,
    { position, min: sign === "" || sign === "+" ? 1 : 0, max: sign === "" || sign === "?" ? 1 : null },
  ];
}

export const isElmType = (type: string): type is ElmType => SHAPES.has(type);

const level = (position: number, max: 1 | null): Allowed => ({ position, min: 0, max });

const NEWER_SPECIFICATION: Shape = new Map([
  ...(SHAPES.get("LearningAchievementSpecification") ?? []),
  ["EQFLevel", level(100, 1)],
  ["NQFLevel", level(101, null)],
]);

/** The newer namespaces place a level on a learning achievement specification, too. */
export const shapeOf = (type: ElmType, isNewer: boolean): Shape =>
  isNewer && type === "LearningAchievementSpecification"
    ? NEWER_SPECIFICATION
    : (SHAPES.get(type) ?? new Map());

/** What stands in a property: text in a language, plain text, the address of a concept, a part, a link, or what we never read. */
export type ValueKind = "lang" | "text" | "code" | "part" | "link" | "unread";

const names = (text: string) => new Set(text.split(" "));

const LANG = names(
  "title altLabel description category legalName prefLabel noteLiteral geographicName schemeAgency",
);
const TEXT = names(
  "status modified duration volumeOfLearning maximumDuration applicationDeadline startDate endDate point value contentUrl " +
    "contactHour isPartialQualification notation schemeName schemeVersion schemeId issued valid expiryDate reviewDate creator",
);
const LINK = names(
  "providedBy location learningAchievementSpecification learningActivitySpecification hasPart isPartOf specialisationOf " +
    "generalisationOf publisher awardingBody learningOutcome influencedBy influences provenBy proves entitlesTo " +
    "entitledBy accreditation organisation accreditingAgent gradingScheme hasSubOrganization subOrganizationOf " +
    "groupMemberOf member limitOrganisation limitQualification",
);
// People, streets, tax numbers, pictures.
const UNREAD = names("contactPoint fullAddress taxIdentifier bannerImage logo geometry");

const PART_TYPES: Readonly<Record<string, ElmType>> = {
  homepage: "WebResource",
  supplementaryDocument: "WebResource",
  report: "WebResource",
  landingPage: "WebResource",
  temporal: "PeriodOfTime",
  additionalNote: "Note",
  scheduleInformation: "Note",
  admissionProcedure: "Note",
  entryRequirement: "Note",
  learningOutcomeSummary: "Note",
  priceDetail: "PriceDetail",
  amount: "Amount",
  grant: "Grant",
  creditPoint: "CreditPoint",
  address: "Address",
  awardingOpportunity: "AwardingOpportunity",
  identifier: "Identifier",
  registration: "LegalIdentifier",
  eidasLegalIdentifier: "LegalIdentifier",
  vatIdentifier: "LegalIdentifier",
};

export function valueKind(property: string): ValueKind {
  if (LANG.has(property)) return "lang";
  if (TEXT.has(property)) return "text";
  if (LINK.has(property)) return "link";
  if (UNREAD.has(property)) return "unread";
  return partType(property) === null ? "code" : "part";
}

/** The type of a part that does not name its own. */
export const partType = (property: string): ElmType | null => PART_TYPES[property] ?? null;

/** What a link may lead to, for the links that we follow; null for one that we do not. */
export const linkTargets = (property: string): readonly ElmType[] | null => LINK_TARGETS[property] ?? null;

const LINK_TARGETS: Readonly<Record<string, readonly ElmType[]>> = {
  providedBy: ["Organisation"],
  location: ["Location"],
  learningAchievementSpecification: [
    "LearningAchievementSpecification",
    "Qualification",
    "QualificationReference",
  ],
  learningOutcome: ["LearningOutcome"],
  provenBy: ["LearningAssessmentSpecification"],
  awardingBody: ["Organisation", "Agent"],
  accreditation: ["Accreditation"],
};

/** Every property of every type. */
export const PROPERTIES: ReadonlySet<string> = new Set(
  [...SHAPES.values()].flatMap((shape) => [...shape.keys()]),
);
