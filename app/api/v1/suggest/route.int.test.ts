import { describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertProvider } from "@/tests/factories";
import { GET as describeApi } from "../openapi.json/route";
import { GET } from "./route";

const database = testDatabase({ isOfProcess: true });

const ask = (query: string) => GET(new Request(`http://portal.example/api/v1/suggest?${query}`));

describe("GET /api/v1/suggest", () => {
  it("leads to pages in the language asked for, and says what narrows a search", async () => {
    const provider = await insertProvider(database.db, { content: { legalName: { en: "Moss College" } } });
    const course = await insertCourse(database.db, {
      content: { title: { en: "Moss walls", fi: "Sammalseinät" }, provider: provider.id, fields: ["0811"] },
    });
    const answer = await ask("q=moss&locale=fi");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
    const body = await answer.json();
    expect(body.courses).toEqual([
      {
        label: "Sammalseinät",
        language: "fi",
        matched: { text: "Moss walls", language: "en" },
        provider: "Moss College",
        url: expect.stringMatching(new RegExp(`^http.*/fi/courses/${course.slug}$`)),
      },
    ]);
    expect(body.providers).toMatchObject([
      {
        label: "Moss College",
        url: expect.stringContaining("/fi/providers/"),
        set: { provider: provider.slug },
      },
    ]);
    expect((await (await ask("q=crop")).json()).fields).toMatchObject([
      {
        label: "Crop and livestock production",
        url: expect.stringMatching(/\/en\/search\?field=0811$/),
        set: { field: "0811" },
      },
    ]);
  });

  it("says what is wrong with a request that it cannot use", async () => {
    for (const query of ["", `q=${"a".repeat(257)}`, "q=a&locale=xx"]) {
      const answer = await ask(query);
      expect(answer.status, query).toBe(400);
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
    }
  });

  it("answers what is no word with nothing", async () => {
    const answer = await ask("q=%00%25");
    expect(answer.status).toBe(200);
    expect(Object.values(await answer.json()).flat()).toEqual([]);
  });

  it("is described as it answers", async () => {
    const { paths } = await (await describeApi()).json();
    const { schema } = paths["/suggest"].get.responses[200].content["application/json"];
    expect(Object.keys(await (await ask("q=a")).json())).toEqual(schema.required);
  });
});
