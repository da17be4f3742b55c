import {
  assurance,
  certificate,
  endorsement,
  institutional,
  label,
  listing,
  OF_COURSE,
  programme,
  registration,
  statement,
  vetSystem,
} from "@/features/evidence/evidence.fixture";
import { course, describeTrust, provider, withoutLevel } from "./trust-case.fixture";

const OWN = { source: { class: "provider", providerId: "provider" } } as const;
const ASSURER = { kind: "provider", id: "assurer" } as const;
const ENDORSER = { kind: "provider", id: "endorser" } as const;
const reading = "What only the provider says is its own word, whichever kind of evidence it speaks of.";

describeTrust("somebody's own word", [
  {
    why: "A provider that says it has an ESG review has said so.",
    given: [institutional(OWN)],
    is: "self-declared",
    body: "provider provider",
    says: ["counts-own-word institutional"],
    reading,
  },
  { why: "So with a programme review.", given: [programme(OWN)], is: "self-declared", body: "own", reading },
  { why: "So with an authorisation.", given: [registration(OWN)], is: "self-declared", reading },
  { why: "So with a vocational system.", given: [vetSystem(OWN)], is: "self-declared", reading },
  { why: "So with a label.", given: [label(OWN)], is: "self-declared", reading },
  {
    why: "So with a certificate, though its number and end are given: nobody has looked.",
    given: [certificate(OWN)],
    is: "self-declared",
    reading,
  },
  {
    why: "An own word with conditions carries the mark.",
    given: [registration({ ...OWN, decision: "with-conditions" })],
    is: "self-declared with-conditions",
  },
  {
    why: "An own word whose date has passed has lapsed like any other.",
    given: [label({ ...OWN, validTo: "2026-11-22" })],
    is: "not-stated not-listed",
    says: ["expired label"],
  },
  {
    why: "A statement without a date stays.",
    of: provider("other"),
    given: [statement()],
    is: "self-declared",
    changesOn: null,
  },
  {
    why: "A statement needs no decision: it is what it is.",
    of: provider("other"),
    given: [statement({ decision: "positive" })],
    is: "self-declared",
  },
  {
    why: "A negative statement is no support.",
    of: provider("other"),
    given: [statement({ decision: "negative" })],
    is: "not-stated not-listed",
    says: ["negative statement"],
  },
  {
    why: "A statement about the course is the course's own.",
    given: [statement({ subject: OF_COURSE })],
    is: "self-declared",
    body: "own",
  },
  {
    why: "A statement takes a course out of what is out of scope: something has been said.",
    of: course({ providerKind: "other", ...withoutLevel }),
    given: [statement()],
    is: "self-declared",
  },
  {
    why: "A partner that says a university assures its course has said so itself.",
    given: [assurance(OWN), institutional({ subject: ASSURER })],
    is: "self-declared",
    says: ["counts-own-word assurance"],
    reading: "The word of the assuring institution, or of a third party, is needed.",
  },
  {
    why: "When the university says so, it counts.",
    given: [assurance(), institutional({ subject: ASSURER })],
    is: "external-review-esg through-partner",
  },
  {
    why: "When a third party says so, it counts.",
    given: [assurance({ source: { class: "third-party" } }), institutional({ subject: ASSURER })],
    is: "external-review-esg through-partner",
  },
  {
    why: "A provider that says it is endorsed has said so itself.",
    given: [endorsement(OWN), institutional({ subject: ENDORSER })],
    is: "self-declared",
    says: ["counts-own-word endorsement"],
    reading: "The word of the endorsing body, or of a third party, is needed.",
  },
  {
    why: "An own word of which nobody knows whose it is, is an own word.",
    given: [
      endorsement({ source: { class: "provider", providerId: null } }),
      institutional({ subject: ENDORSER }),
    ],
    is: "self-declared",
  },
  {
    why: "A provider that says that DEQAR lists it is not thereby listed.",
    of: provider(),
    given: [listing(OWN)],
    is: "not-stated not-listed",
    says: ["informs-only listing"],
  },
  {
    why: "An own word does not end a negative decision of the register.",
    given: [
      institutional({ id: "refused", decision: "negative", validFrom: "2026-03-01" }),
      institutional({ id: "claimed", validFrom: "2026-09-01", ...OWN }),
      institutional({ id: "sister", activity: "institutional-programme", validFrom: "2026-09-01" }),
    ],
    is: "self-declared",
    says: ["closed-by-negative sister", "counts-own-word claimed"],
  },
  {
    why: "An own word of before a negative decision is closed with the rest.",
    given: [
      institutional({ id: "refused", decision: "negative", validFrom: "2026-03-01" }),
      institutional(OWN),
    ],
    is: "not-stated listed-no-report",
    says: ["closed-by-negative institutional"],
  },
]);
