import type { Draft } from "@/features/exchange/draft";
import { elmFormat } from "./format";

/** A small offer of our own with every part that we read: two runs of one course, a qualification, two organisations. */
export const LOQ_XML = `<?xml version="1.0" encoding="UTF-8"?>
<Courses xmlns="http://data.europa.eu/snb/model/ap/loq-constraints/" xmlns:skos="http://www.w3.org/2004/02/skos/core#" xsdVersion="3.1.0">
  <learningOpportunityReferences>
    <learningOpportunity id="urn:lo:spring">
      <title language="en">Soil health</title>
      <title language="fi">Maaperän terveys</title>
      <description language="en">&lt;p&gt;Read a field.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Write to ann.other@farm.example&lt;/li&gt;&lt;/ul&gt;</description>
      <type uri="http://data.europa.eu/snb/learning-opportunity/74a4a268e8"/>
      <homepage><contentUrl>https://college.example/soil</contentUrl></homepage>
      <temporal><startDate>2027-01-12T00:00:00+02:00</startDate><endDate>2027-03-01T00:00:00</endDate></temporal>
      <duration>P6W</duration>
      <mode uri="http://data.europa.eu/snb/learning-assessment/e92d221e4d"/>
      <grant><title language="en">Paid in full for job seekers</title></grant>
      <applicationDeadline>2026-11-30T23:59:59Z</applicationDeadline>
      <applicationDeadline>2026-12-15T23:59:59Z</applicationDeadline>
      <priceDetail>
        <amount><unit uri="http://publications.europa.eu/resource/authority/currency/EUR"/><value>250.00</value></amount>
      </priceDetail>
      <providedBy idref="urn:org:college"/>
      <location idref="urn:loc:farm"/>
      <learningAchievementSpecification idref="urn:las:soil"/>
      <defaultLanguage uri="http://publications.europa.eu/resource/authority/language/FIN"/>
    </learningOpportunity>
    <learningOpportunity id="urn:lo:autumn">
      <title language="en">Soil health</title>
      <title language="fi">Maaperän terveys</title>
      <description language="en">&lt;p&gt;Read a field.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Write to ann.other@farm.example&lt;/li&gt;&lt;/ul&gt;</description>
      <homepage><contentUrl>https://college.example/soil-autumn</contentUrl></homepage>
      <temporal><skos:prefLabel language="en">Autumn term</skos:prefLabel></temporal>
      <duration>P6W</duration>
      <priceDetail>
        <amount><unit uri="http://publications.europa.eu/resource/authority/currency/EUR"/><value>0</value></amount>
      </priceDetail>
      <providedBy idref="urn:org:college"/>
      <learningAchievementSpecification idref="urn:las:soil"/>
      <defaultLanguage uri="http://publications.europa.eu/resource/authority/language/FIN"/>
    </learningOpportunity>
  </learningOpportunityReferences>
  <learningAchievementSpecificationReferences>
    <qualification id="urn:las:soil">
      <title language="en">Soil steward</title>
      <category language="en">Micro-credential</category>
      <ISCEDFCode uri="http://data.europa.eu/snb/isced-f/0811"/>
      <volumeOfLearning>PT75H</volumeOfLearning>
      <creditPoint>
        <framework uri="http://data.europa.eu/snb/education-credit/6fcec5c5af"/>
        <point>2,5</point>
      </creditPoint>
      <language uri="http://publications.europa.eu/resource/authority/language/FIN"/>
      <language uri="http://publications.europa.eu/resource/authority/language/SWE"/>
      <mode uri="http://data.europa.eu/snb/learning-assessment/e92d221e4d"/>
      <learningSetting uri="http://data.europa.eu/snb/learning-setting/e207a81fc7"/>
      <targetGroup uri="http://data.europa.eu/snb/target-group/05f11c859b"/>
      <entryRequirement><noteLiteral language="en">A field of your own</noteLiteral></entryRequirement>
      <learningOutcome idref="urn:out:1"/>
      <provenBy idref="urn:ass:1"/>
      <awardingOpportunity>
        <awardingBody idref="urn:org:academy"/>
        <learningAchievementSpecification idref="urn:las:soil"/>
      </awardingOpportunity>
      <EQFLevel uri="http://data.europa.eu/snb/eqf/5"/>
      <NQFLevel uri="http://data.europa.eu/snb/qdr/c_0e78414e"/>
      <accreditation idref="urn:acc:1"/>
    </qualification>
  </learningAchievementSpecificationReferences>
  <learningOutcomeReferences>
    <learningOutcome id="urn:out:1">
      <title language="en">Takes a soil sample</title>
      <relatedESCOSkill uri="http://data.europa.eu/esco/skill/08b04e53-ed25-41a2-9f90-0b9cd939ba3d"/>
    </learningOutcome>
  </learningOutcomeReferences>
  <learningAssessmentSpecificationReferences>
    <learningAssessmentSpecification id="urn:ass:1">
      <title language="en">Field test</title>
      <type uri="http://data.europa.eu/snb/assessment/6a4db9f11d"/>
    </learningAssessmentSpecification>
  </learningAssessmentSpecificationReferences>
  <agentReferences>
    <organisation id="urn:org:college">
      <legalName language="en">Field College</legalName>
      <legalName language="fi">Peltokoulu</legalName>
      <identifier><skos:notation>SF PELTO01</skos:notation><schemeName>Erasmus code</schemeName></identifier>
      <vatIdentifier><skos:notation>FI12345678</skos:notation><spatial uri="http://publications.europa.eu/resource/authority/country/FIN"/></vatIdentifier>
      <homepage><contentUrl>https://college.example</contentUrl></homepage>
      <location idref="urn:loc:farm"/>
      <contactPoint><description language="en">Call Ann Other</description></contactPoint>
    </organisation>
    <organisation id="urn:org:academy">
      <legalName language="en">Land Academy</legalName>
      <location idref="urn:loc:town"/>
    </organisation>
    <organisation id="urn:org:agency">
      <legalName language="en">Quality Agency</legalName>
      <location idref="urn:loc:town"/>
    </organisation>
  </agentReferences>
  <accreditationReferences>
    <accreditation id="urn:acc:1">
      <type uri="http://data.europa.eu/snb/accreditation/820101cba6"/>
      <title language="en">Programme review 2026</title>
      <organisation idref="urn:org:college"/>
      <accreditingAgent idref="urn:org:agency"/>
    </accreditation>
  </accreditationReferences>
  <locationReferences>
    <location id="urn:loc:farm">
      <geographicName language="en">Farmville</geographicName>
      <spatialCode uri="http://data.europa.eu/nuts/code/FI1B1"/>
      <address><fullAddress><noteLiteral language="en">Back Lane 7</noteLiteral></fullAddress><countryCode uri="http://publications.europa.eu/resource/authority/country/FIN"/></address>
    </location>
    <location id="urn:loc:town">
      <address><countryCode uri="http://publications.europa.eu/resource/authority/country/SWE"/></address>
    </location>
  </locationReferences>
</Courses>`;

const concept = (id: string) => ({ id, type: "Concept" });
const language = (code: string) =>
  concept(`http://publications.europa.eu/resource/authority/language/${code}`);

/** An offer of our own as JSON-LD, all in one object. */
export const loqJson = () => ({
  "@context": ["http://data.europa.eu/snb/model/context/edc-ap", { id: "@id", type: "@type" }] as unknown[],
  id: "urn:lo:1",
  type: "LearningOpportunity",
  title: { en: "Soil health" },
  homepage: { type: "WebResource", contentURL: "https://college.example/soil" },
  defaultLanguage: language("ENG"),
  mode: [concept("http://data.europa.eu/snb/learning-assessment/920fbb3cbe")],
  providedBy: {
    id: "urn:org:1",
    type: "Organisation",
    legalName: { en: "Field College" },
    location: {
      type: "Location",
      address: { countryCode: concept("http://publications.europa.eu/resource/authority/country/FIN") },
    },
  } as object,
  learningAchievementSpecification: {
    id: "urn:las:1",
    type: "LearningAchievementSpecification",
    title: { en: "Soil steward" },
    language: language("FIN"),
    thematicArea: concept("http://data.europa.eu/snb/isced-f/0811"),
    creditPoint: {
      framework: concept("http://data.europa.eu/snb/education-credit/6fcec5c5af"),
      point: "3",
    },
    learningOutcome: { type: "LearningOutcome", title: { en: "Takes a soil sample" } },
  } as Record<string, unknown>,
});

const toBytes = (input: string | object): Uint8Array => {
  if (input instanceof Uint8Array) return input;
  return new TextEncoder().encode(typeof input === "string" ? input : JSON.stringify(input));
};
export const read = (input: string | object) => {
  const bytes = toBytes(input);
  return elmFormat.transform([{ name: "offer", bytes }], { provider: null, today: "2026-11-25" });
};
export const names = (drafts: readonly { kind: string; externalId: string }[]) =>
  drafts.map(({ kind, externalId }) => `${kind} ${externalId}`);
export const content = (input: string | object, kind: Draft["kind"]) => {
  const { drafts, notes } = read(input);
  const draft = drafts.find((found) => found.kind === kind);
  if (!draft) throw new Error(notes.map(({ message }) => message).join("\n"));
  return draft.content;
};
/** The fixture with one thing changed; fails where there is nothing to change. */
export const changed = (from: string, to: string) => {
  if (!LOQ_XML.includes(from)) throw new Error(`The fixture holds no ${from}`);
  return LOQ_XML.replace(from, to);
};
export const withSpecification = (extra: Record<string, unknown>) => {
  const offer = loqJson();
  return {
    ...offer,
    learningAchievementSpecification: { ...offer.learningAchievementSpecification, ...extra },
  };
};
