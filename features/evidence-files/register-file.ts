import { contentHash } from "@/features/differences/content-hash";
import { PLAIN_FACTS } from "@/features/evidence/draft";
import { DECISIONS } from "@/features/evidence/schema";
import { namedSubject } from "@/features/matches/subjects";
import type { Day } from "@/lib/dates";
import { readCredits, readDays, readEqf, readLink, readNqf, readText } from "./fact-cells";
import { readSubject } from "./references";
import { type RowFormat, sheetCsv } from "./sheet";

// The list of an authority: whom it trusts, for what and for how long. docs/register.md explains each column.

export const REGISTER_COLUMNS = [
  "subject_type",
  "scheme",
  "identifier",
  "name",
  "scope",
  "decision",
  "eqf",
  "nqf",
  "ects",
  "valid_from",
  "valid_to",
  "link",
] as const;

/** @param register name of the source, which is that of the authority and its list */
export const registerRows = (register: string, today: Day): RowFormat => ({
  columns: REGISTER_COLUMNS,
  required: ["subject_type", "scheme", "identifier"],
  idColumn: "identifier",
  read(cells) {
    const subject = readSubject(cells);
    const name = readText(cells, "name", 1_000);
    const scope = readText(cells, "scope", 5_000);
    const decision = cells.code("decision", { codes: DECISIONS });
    const asserts = {
      eqf: readEqf(cells),
      nqf: readNqf(cells),
      cycle: null,
      ectsHundredths: readCredits(cells),
    };
    const { validFrom, validTo } = readDays(cells);
    const link = readLink(cells);
    if (subject === null) return null;
    if (name === null)
      cells.warn("name", "no-name", "Without the name that the register has, the identifier alone decides.");
    const part = partOf(scope, validFrom);
    return {
      name: part === "" ? subject.words : `${subject.words}, ${part}`,
      record: {
        title: name ?? subject.words,
        draft: {
          record: subject.words,
          part,
          subject: namedSubject(subject.kind, subject.ref, { names: name === null ? [] : [name] }),
          facts: {
            ...PLAIN_FACTS,
            kind: "national-register",
            register,
            registerIdentifier: subject.identifier,
            subjectIdentifier: subject.identifier,
            nameInRegister: name,
            scope,
            // To be on the list is the decision.
            decision: decision ?? "positive",
            asserts: { ...asserts, awardingPower: null },
            validFrom,
            validTo,
            link,
          },
          issuer: { name: register, body: null },
          developedBy: [],
          assuredBy: [],
          awardedBy: [],
          sourceClass: "authoritative",
          wordOf: null,
          retrievedOn: today,
        },
      },
    };
  },
});

const LONGEST_PART = 80;

/** One provider may be listed for several things and times: what for and from when tell the rows apart. */
function partOf(scope: string | null, validFrom: Day | null): string {
  const line = scope?.replace(/\s+/g, " ") ?? null;
  const short =
    line !== null && line.length > LONGEST_PART
      ? `${line.slice(0, LONGEST_PART - 10)}… ${contentHash(line).slice(0, 8)}`
      : line;
  return [short, validFrom === null ? null : `from ${validFrom}`].filter((each) => each !== null).join(", ");
}

/** The template to download, with rows that are marked as samples. */
export const registerTemplateCsv = (): string =>
  sheetCsv(REGISTER_COLUMNS, [
    {
      subject_type: "provider",
      scheme: "national",
      identifier: "sample-0000000-0",
      name: "Sample provider",
      scope: "Sample: trusted provider of continuing education",
      decision: "positive",
      valid_from: "2026-01-01",
      valid_to: "2028-12-31",
      link: "https://register.example/sample-0000000-0",
    },
    {
      subject_type: "credential",
      scheme: "source:Sample source",
      identifier: "sample-credential",
      name: "Sample micro-credential in welding",
      decision: "positive",
      eqf: "4",
      ects: "2.5",
      valid_from: "2026-01-01",
    },
  ]);
