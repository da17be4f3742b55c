import { beforeAll, describe, expect, it } from "vitest";
import { addSample } from "@/features/sample/mutations";
import { parseSearchParams } from "@/features/search/schema";
import { testDatabase } from "@/tests/database";
import { NOW } from "@/tests/factories";
import { GET as describeApi } from "../openapi.json/route";
import { GET } from "./route";

const database = testDatabase({ isOfProcess: true });
beforeAll(() => addSample(database.db, { now: NOW }));

const ask = async (query: string) => {
  const answer = await GET(new Request(`http://portal.example/api/v1/courses?${query}`));
  expect(answer.status).toBe(200);
  return answer.json();
};

describe("GET /api/v1/courses", () => {
  it("says how the words were read", async () => {
    const { meta, data } = await ask("q=weldign");
    expect(meta).toMatchObject({
      correctedQuery: "welding",
      reading: { kind: "mistakes", corrected: "welding" },
    });
    expect(data.length).toBeGreaterThan(0);
    expect(meta.total).toBe((await ask("q=welding")).meta.total);
    expect((await ask("q=welding")).meta).toMatchObject({ correctedQuery: null, reading: { kind: "all" } });
    expect((await ask("q=welding+qwertyuiop")).meta).toMatchObject({
      correctedQuery: null,
      reading: { kind: "most", kept: "welding", left: ["qwertyuiop"] },
    });
    expect((await ask("q=weldign&words=as-typed")).meta).toMatchObject({
      total: 0,
      reading: { kind: "all" },
    });
  });

  it("names the occupations that the words name, each with what finds its courses", async () => {
    const { meta } = await ask("q=bookkeeper");
    expect(meta.occupations).toHaveLength(1);
    const [{ id, uri, label, count, url }] = meta.occupations;
    expect({ uri, label }).toEqual({
      uri: `http://data.europa.eu/esco/occupation/${id}`,
      label: { en: "bookkeeper" },
    });
    expect(url).toContain(`/api/v1/courses?occupation=${id}`);
    expect(count).toBeGreaterThan(0);
    expect((await ask(new URL(url).search.slice(1))).meta.total).toBe(count);
  });

  it("says what is left out close by, and which filters stand for words that were left out", async () => {
    const { meta } = await ask("q=welding&level=8&mode=online&price=free&country=MT");
    expect(meta.total).toBe(0);
    expect(meta.nearest[0].drop).toEqual({
      level: ["8"],
      mode: ["online"],
      price: ["free"],
      country: ["MT"],
    });
    const { meta: intended } = await ask("q=verkkokurssi+tietosuoja");
    expect(intended.reading).toEqual({ kind: "most", kept: "tietosuoja", left: ["verkkokurssi"] });
    expect(intended.nearest[0].add).toEqual({ mode: ["online"] });
    for (const { count, url } of [...meta.nearest, ...intended.nearest])
      expect((await ask(new URL(url).search.slice(1))).meta.total).toBe(count);
  });

  it("is described with every parameter that it reads", async () => {
    const { paths, components } = await describeApi().json();
    const names: string[] = paths["/courses"].get.parameters.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(["q", "words", "occupation", "engine", "sort"]));
    for (const name of ["words", "occupation", "engine"])
      expect(parseSearchParams({ [name]: "no such value" }).ignored).toEqual([`${name}=no such value`]);
    const said = Object.keys(components.schemas.CourseList.properties.meta.properties);
    expect(said).toEqual(expect.arrayContaining(Object.keys((await ask("q=data")).meta)));
  });
});
