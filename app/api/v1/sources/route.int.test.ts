import { describe, expect, it } from "vitest";
import { listSources } from "@/features/sources/queries";
import { SOURCE_COUNTS } from "@/features/sources/view";
import { testDatabase } from "@/tests/database";
import { importEvidence } from "@/tests/evidence";
import { insertCourse, insertSource, TODAY, unique } from "@/tests/factories";
import { GET as describeApi } from "../openapi.json/route";
import { GET } from "./route";

const database = testDatabase({ isOfProcess: true });

interface Listed {
  name: string;
  brought: Record<string, number>;
}

async function sourceNamed(name: string): Promise<Listed | undefined> {
  const answer = await GET(new Request("http://portal.example/api/v1/sources"));
  const { data }: { data: Listed[] } = await answer.json();
  return data.find((each) => each.name === name);
}

const NOTHING = Object.fromEntries(SOURCE_COUNTS.map((noun) => [noun, 0]));

describe("GET /api/v1/sources", () => {
  it("counts what a source brings that has nothing but evidence", async () => {
    const { db } = database;
    const source = unique("register");
    const on = (identifier: string) => ({ subject_type: "provider", scheme: "national", identifier });
    const register = { kind: "national-register", issuer: "Sample Ministry" };
    const rows = [
      { record_id: "1", ...on("A"), ...register, scope: "first" },
      { record_id: "2", ...on("A"), ...register },
      { record_id: "3", ...on("B"), ...register },
      {
        record_id: "4",
        ...register,
        subject_type: "course",
        scheme: "source:elsewhere",
        identifier: "C",
        developed_by: "Named in passing [national:N]",
      },
    ];
    await importEvidence(db, rows, { source });
    expect(await sourceNamed(source)).toEqual({
      name: source,
      format: "evidence",
      class: expect.any(String),
      licence: null,
      sample: false,
      lastReadOn: TODAY,
      brought: { ...NOTHING, evidence: 4, institutions: 2 },
    });
    const [first, second, , fourth] = rows;
    const fewer = [{ ...first, scope: "corrected" }, second, fourth].flatMap((row) => row ?? []);
    await importEvidence(db, fewer, { source, today: "2026-12-01" });
    expect((await sourceNamed(source))?.brought).toEqual({ ...NOTHING, evidence: 3, institutions: 1 });
  });

  it("counts no evidence where there is none", async () => {
    const { db } = database;
    const name = unique("feed");
    await insertCourse(db, { sourceId: await insertSource(db, { name }) });
    expect((await sourceNamed(name))?.brought).toEqual({ ...NOTHING, courses: 1 });
    expect((await listSources(db)).find((each) => each.name === name)?.counts.evidence).toBe(0);
  });

  it("is described", async () => {
    const { paths } = await describeApi().json();
    const { schema } = paths["/sources"].get.responses[200].content["application/json"];
    expect(Object.keys(schema.properties.data.items.properties.brought.properties)).toEqual([
      ...SOURCE_COUNTS,
    ]);
  });
});
