import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { CourseDraft } from "@/features/exchange/draft";
import { sharedData } from "@/tests/shared-data";
import { ugovFormat } from "./format";

const folder = sharedData("catalogues/pavia-ugov");

/** The real feed of the University of Pavia, beside a table of what a correct reader finds in it. */
describe.skipIf(folder === null)("ugovFormat on the feed of Pavia (skipped without ../shared/data)", () => {
  const bytes = folder ? readFileSync(`${folder}/OfferingsPaviaUGov.redacted.xml`) : new Uint8Array();
  const rows: Record<string, string>[] = folder
    ? parse(readFileSync(`${folder}/derived-summary.csv`), { columns: true })
    : [];
  const transformed = ugovFormat.transform([{ name: "pavia.xml", bytes }], {
    provider: null,
    today: "2026-11-25",
  });
  const courses = new Map(
    transformed.drafts
      .filter((draft): draft is CourseDraft => draft.kind === "course")
      .map((draft) => [draft.externalId, draft]),
  );
  const refused = new Set(transformed.refused.map(({ externalId }) => externalId));

  it("accounts for each row: 30 courses, 6 partitions as runs, 5 refused", () => {
    const becameOf = (id: string) => {
      if (courses.has(id)) return "course";
      if (refused.has(id)) return transformed.notes.find(({ record }) => record === id)?.rule;
      return [...courses.values()].some(({ content }) => content.runs.some((run) => run.externalId === id))
        ? "run"
        : "lost";
    };
    const counts: Record<string, number> = {};
    for (const { afId = "" } of rows) {
      const fate = becameOf(afId) ?? "refused without a reason";
      counts[fate] = (counts[fate] ?? 0) + 1;
    }
    expect(counts).toEqual({ course: 30, run: 6, internship: 2, "final-exam": 1, obligation: 2 });
    expect(transformed.isComplete).toBe(true);
    expect(transformed.drafts).toHaveLength(31);
  });

  it("finds the same titles, credits, hours, languages, mode, exam and objectives as the table", () => {
    const oneLine = (text = "") => text.replace(/\s+/g, " ");
    for (const row of rows) {
      const content = courses.get(row.afId ?? "")?.content;
      if (!content) continue;
      const outcomeLanguages = new Set(content.outcomes.flatMap(({ text }) => Object.keys(text)));
      const codes: Record<string, string> = { ITALIANO: "it", INGLESE: "en" };
      expect({
        title: content.title,
        ects: content.ectsHundredths,
        hours: content.hoursMin,
        hasObjectives: [outcomeLanguages.has("it"), outcomeLanguages.has("en")],
        languages: content.runs.map(({ languages }) => [...languages].sort()),
        modes: content.runs.map(({ modes }) => modes),
      }).toEqual({
        title: { it: oneLine(row.title_it), en: oneLine(row.title_en) },
        ects: Number(row.peso) * 100,
        hours: Number(row.contact_hours) + Number(row.independent_hours),
        hasObjectives: [row.has_objectives_it === "True", row.has_objectives_en === "True"],
        languages: content.runs.map(() =>
          (row.language ?? "")
            .split("|")
            .map((name) => codes[name])
            .sort(),
        ),
        modes: content.runs.map(() => ["presential"]),
      });
      expect(content.assessment).toBe("assessed");
      expect(content.hoursMax).toBe(content.hoursMin);
    }
  });

  it("keeps no teacher and no number of a teacher", () => {
    const json = JSON.stringify(transformed);
    const xml = new TextDecoder().decode(bytes).replace(/\s+/g, " ");
    const numbers = [...xml.matchAll(/<ug:(?:arId|affdidcsaCodDoce)>(\d+)</g)].map(
      ([, number = ""]) => number,
    );
    const titled =
      /\b(?:[Pp]rof\.?(?:ssa)?|[Dd]ott\.(?:ssa)?|[Pp]rofessor(?:essa)?|Dr\.) (?:[A-Z][\wÀ-ÿ-]+ )?([A-Z][a-zÀ-ÿ]{3,})/g;
    const names = [...xml.matchAll(titled)].map(([, name = ""]) => name);
    expect(numbers.length).toBeGreaterThan(60);
    expect(new Set(names).size).toBeGreaterThan(3);
    for (const secret of [...numbers, ...names, "@", "email removed", "name removed"])
      expect(json).not.toContain(secret);
  });

  it("gives the same result each time", () => {
    const again = ugovFormat.transform([{ name: "pavia.xml", bytes }], {
      provider: null,
      today: "2027-01-01",
    });
    expect(JSON.stringify(again)).toBe(JSON.stringify(transformed));
  });
});
