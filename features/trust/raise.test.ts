import { describe, expect, it } from "vitest";
import {
  assurance,
  certificate,
  endorsement,
  institutional,
  label,
  OF_COURSE,
  programme,
  registration,
  statement,
  TODAY,
  vetSystem,
} from "@/features/evidence/evidence.fixture";
import type { Evidence } from "@/features/evidence/schema";
import type { TrustSubject } from "@/features/standing/subject";
import { type Step, type StepCode, stepsToMoreTrust } from "./raise";
import { course, credential, provider } from "./trust-case.fixture";
import { trustOf } from "./verdict";

interface StepCase {
  why: string;
  of?: TrustSubject;
  given: readonly Evidence[];
  /** Codes, what leads furthest first; with the record where it is about one. */
  steps: readonly string[];
}

const ASSURER = { kind: "provider", id: "assurer" } as const;
const OWN = { source: { class: "provider", providerId: "provider" } } as const;
const EVERYONE = ["label", "certificate", "endorsement", "statement"];

const CASES: readonly StepCase[] = [
  {
    why: "A university without anything is led to a review first.",
    of: provider(),
    given: [],
    steps: ["institution-review", ...EVERYONE],
  },
  {
    why: "A provider outside higher education is led to its own routes.",
    of: provider("other"),
    given: [],
    steps: ["voluntary-review", "authorisation", "vet-system", ...EVERYONE],
  },
  {
    why: "Its course may also be assured by a university.",
    of: course({ providerKind: "other" }),
    given: [],
    steps: ["partner-assurance", "voluntary-review", "authorisation", "vet-system", ...EVERYONE],
  },
  {
    why: "A university needs no partner for its own course.",
    given: [],
    steps: ["programme-review", "institution-review", ...EVERYONE],
  },
  { why: "At the top nothing is left.", given: [programme()], steps: [] },
  {
    why: "A reviewed university can have the programme reviewed.",
    given: [institutional()],
    steps: ["programme-review"],
  },
  {
    why: "With a label only what leads further is named.",
    of: provider("other"),
    given: [label()],
    steps: ["voluntary-review", "authorisation", "vet-system"],
  },
  {
    why: "An ended review is to be renewed, before anything new.",
    of: provider(),
    given: [institutional({ validTo: "2026-01-31" })],
    steps: ["renew institutional", "institution-review", ...EVERYONE],
  },
  {
    why: "A negative decision needs a newer one.",
    of: provider(),
    given: [institutional({ decision: "negative" })],
    steps: ["new-decision institutional", "institution-review", ...EVERYONE],
  },
  {
    why: "A high-level flag is to be settled with the register.",
    of: provider(),
    given: [institutional({ flag: "high" })],
    steps: ["settle-flag institutional", "institution-review", ...EVERYONE],
  },
  {
    why: "A certificate without a number is to be completed.",
    of: provider("other"),
    given: [certificate({ registerIdentifier: null }), label()],
    steps: ["voluntary-review", "authorisation", "vet-system"],
  },
  {
    why: "It is named where it would lead further.",
    of: provider(),
    given: [certificate({ registerIdentifier: null }), statement()],
    steps: ["institution-review", "label", "complete-certificate certificate", "certificate", "endorsement"],
  },
  {
    why: "An own word is to be confirmed by the register that it speaks of.",
    of: provider("other"),
    given: [registration(OWN)],
    steps: [
      "voluntary-review",
      "have-it-confirmed registration",
      "authorisation",
      "vet-system",
      "label",
      "certificate",
      "endorsement",
    ],
  },
  {
    why: "A contested identifier is to be settled.",
    of: provider(),
    given: [institutional({ answer: "other-name" })],
    steps: ["settle-identifier institutional", "institution-review", ...EVERYONE],
  },
  {
    why: "A partner without a current review is to get one.",
    of: course({ providerKind: "other" }),
    given: [assurance(), registration()],
    steps: ["partner-review assurance", "partner-assurance", "voluntary-review"],
  },
  {
    why: "An endorser without a review or an authorisation is to get one.",
    of: provider("other"),
    given: [endorsement(), statement()],
    steps: [
      "voluntary-review",
      "authorisation",
      "vet-system",
      "label",
      "certificate",
      "endorser-review endorsement",
      "endorsement",
    ],
  },
  {
    why: "Conditions are to be met, without a better line to reach.",
    of: provider(),
    given: [institutional({ decision: "with-conditions" })],
    steps: ["meet-conditions institutional"],
  },
  {
    why: "What another body that awards has to mend is not for the provider of the course.",
    given: [programme(), institutional({ subject: { kind: "provider", id: "body" }, flag: "high" })],
    steps: [],
  },
];

const written = ({ code, record }: Step): string => (record === null ? code : `${code} ${record}`);

describe("what would lead to more trust", () => {
  it.each(CASES)("$why", ({ of = course(), given, steps }) => {
    expect(stepsToMoreTrust({ subject: of, records: given, at: TODAY }).map(written)).toEqual(steps);
  });
});

/** The record that is there once the step has been taken. */
const TAKEN: Partial<Record<StepCode, (subject: TrustSubject) => Evidence[]>> = {
  "programme-review": ({ kind, id }) => [programme({ id: "new", subject: { kind, id } })],
  "institution-review": (subject) => [institutional({ id: "new", subject: bodyOf(subject) })],
  "partner-assurance": ({ kind, id }) => [
    assurance({ id: "new", subject: { kind, id } }),
    institutional({ id: "of-assurer", subject: ASSURER }),
  ],
  "voluntary-review": (subject) => [
    institutional({ id: "new", subject: bodyOf(subject), obligation: "voluntary" }),
  ],
  authorisation: (subject) => [registration({ id: "new", subject: bodyOf(subject) })],
  "vet-system": (subject) => [vetSystem({ id: "new", subject: bodyOf(subject) })],
  label: (subject) => [label({ id: "new", subject: bodyOf(subject) })],
  certificate: (subject) => [certificate({ id: "new", subject: bodyOf(subject) })],
  endorsement: (subject) => [
    endorsement({ id: "new", subject: bodyOf(subject) }),
    registration({ id: "of-endorser", subject: { kind: "provider", id: "endorser" } }),
  ],
  statement: (subject) => [statement({ id: "new", subject: bodyOf(subject) })],
};
const bodyOf = (subject: TrustSubject): Evidence["subject"] => ({
  kind: "provider",
  id: subject.kind === "provider" ? subject.id : (subject.awardingBodies[0] ?? ""),
});

describe.each([
  ["a university", provider()],
  ["another provider", provider("other")],
  ["a course", course()],
  ["a course of another provider", course({ providerKind: "other" })],
  ["a credential", credential()],
])("each step that is named for %s, once taken", (_, subject) => {
  const steps = stepsToMoreTrust({ subject, records: [], at: TODAY });

  it.each(steps)("leads where it says: $code", ({ code, leadsTo }) => {
    const { tier, subStatus } = trustOf({ subject, records: TAKEN[code]?.(subject) ?? [], at: TODAY });
    expect({ tier, subStatus }).toEqual(leadsTo);
  });
});

describe("each record that is to be mended, once mended", () => {
  const mended: [string, Evidence, Evidence][] = [
    ["renew", institutional({ validTo: "2026-01-31" }), institutional()],
    [
      "new-decision",
      registration({ decision: "negative" }),
      registration({ id: "new", validFrom: "2026-08-01" }),
    ],
    ["settle-flag", programme({ subject: OF_COURSE, flag: "high" }), programme({ subject: OF_COURSE })],
    ["complete-certificate", certificate({ registerIdentifier: null }), certificate()],
    ["have-it-confirmed", label(OWN), label()],
    ["meet-conditions", institutional({ decision: "with-conditions" }), institutional()],
  ];

  it.each(mended)("leads where it says: %s", (code, before, after) => {
    const steps = stepsToMoreTrust({ subject: course(), records: [before], at: TODAY });
    const step = steps.find((one) => one.code === code);
    const records = before.id === after.id ? [after] : [before, after];
    const { tier, subStatus, conditions } = trustOf({ subject: course(), records, at: TODAY });
    expect({ tier, subStatus }).toEqual(step?.leadsTo);
    expect(conditions).toBe(false);
  });
});
