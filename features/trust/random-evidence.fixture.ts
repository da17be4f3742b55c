import fc from "fast-check";
import { registration } from "@/features/evidence/evidence.fixture";
import type { Evidence } from "@/features/evidence/schema";
import {
  ACTIVITIES,
  DECISIONS,
  EVIDENCE_CLASSES,
  EVIDENCE_KINDS,
  FLAGS,
  LABELS,
  OBLIGATIONS,
  REGISTER_ANSWERS,
} from "@/features/evidence/schema";
import { addDays, type Day } from "@/lib/dates";
import { course, credential, provider, withoutLevel } from "./trust-case.fixture";

/** Everything happens in these forty days, so that chance makes dates meet. */
export const FIRST = "2026-02-01";
export const DAYS = Array.from({ length: 40 }, (_, index) => addDays(FIRST, index));
export const LAST = addDays(FIRST, DAYS.length);

export const day: fc.Arbitrary<Day> = fc.constantFrom(...DAYS);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 4 });
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const bodies = fc.constantFrom("provider", "body", "assurer", "endorser");
const party = fc.oneof(bodies, fc.constant(null)).map((id) => ({ name: id ?? "somebody", id }));
const subject = fc.oneof(
  { weight: 3, arbitrary: bodies.map((id) => ({ kind: "provider" as const, id })) },
  { weight: 1, arbitrary: fc.constant({ kind: "course" as const, id: "course" }) },
  { weight: 1, arbitrary: fc.constantFrom("credential", "qualification").map(offer) },
);
function offer(kind: "credential" | "qualification") {
  return { kind, id: "credential" };
}

/** Also the day six years before, from which a report without an end ends in the forty days. */
const start = fc.oneof(
  day,
  day.map((value) => `2020${value.slice(4)}`),
);

const fields = fc.record({
  subject,
  kind: fc.oneof(fc.constantFrom("deqar-report" as const), fc.constantFrom(...EVIDENCE_KINDS)),
  label: maybe(fc.constantFrom(...LABELS)),
  issuer: party,
  registerIdentifier: maybe(fc.constant("1")),
  subjectIdentifier: maybe(fc.constantFrom("DEQARINST1", "DEQARINST2")),
  answer: mostly<Evidence["answer"]>(...REGISTER_ANSWERS),
  activity: fc.constantFrom(...ACTIVITIES),
  obligation: mostly<Evidence["obligation"]>(...OBLIGATIONS),
  flag: mostly<Evidence["flag"]>(...FLAGS),
  decision: fc.oneof(fc.constant("positive" as const), fc.constantFrom(...DECISIONS)),
  validFrom: maybe(start),
  validTo: maybe(day),
  registerEnd: fc.option(day, { nil: null, freq: 2 }),
  developedBy: fc.array(party, { maxLength: 2 }),
  assuredBy: fc.array(party, { maxLength: 2 }),
  enteredOn: day,
  source: fc.record({
    id: fc.constant("source"),
    name: fc.constant("Sample register"),
    class: mostly<Evidence["source"]["class"]>(...EVIDENCE_CLASSES),
    providerId: maybe(bodies),
  }),
  asserts: fc.record({
    eqf: maybe(fc.constantFrom(5 as const, 6 as const)),
    nqf: fc.constant(null),
    cycle: fc.constant(null),
    ectsHundredths: maybe(fc.constantFrom(300, 500)),
    awardingPower: maybe(fc.boolean()),
  }),
});

export const record = (id: string): fc.Arbitrary<Evidence> =>
  fields.map((given) => ({ ...registration(), ...given, id }));

const fill = (rows: readonly Partial<Evidence>[]): Evidence[] =>
  rows.map((given, index) => ({ ...registration(), ...given, id: `e${index}` }));

/** Reviews of one institution that follow and close each other: what chance alone rarely makes. */
const rivals = fields.map(
  (given): Partial<Evidence> => ({
    ...given,
    subject: { kind: "provider", id: "provider" },
    kind: "deqar-report",
    answer: "found",
    subjectIdentifier: null,
    activity: given.activity === "institutional-programme" ? given.activity : "institutional",
    source: { ...given.source, class: "authoritative" },
  }),
);

export const records: fc.Arbitrary<Evidence[]> = fc.oneof(
  fc.array(fields, { maxLength: 9 }).map(fill),
  fc.array(fc.oneof(rivals, rivals, fields), { maxLength: 6 }).map(fill),
);

export const subjects = fc.constantFrom(
  course(),
  course({ providerKind: "other", ...withoutLevel }),
  course({ level: { eqf: 3, nqf: null, cycle: null } }),
  credential({ awardingBodies: ["body", "assurer"] }),
  provider(),
  provider("other"),
);
