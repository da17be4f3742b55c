import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { importEvidence } from "@/tests/evidence";
import { insertCourse, insertCredential, insertProvider, insertSource, unique } from "@/tests/factories";
import { GET as readCourse } from "./courses/[id]/route";
import { GET as listCourses } from "./courses/route";
import { GET as readCredential } from "./credentials/[id]/route";
import { GET as describeApi } from "./openapi.json/route";
import { GET as readProvider } from "./providers/[id]/route";

const database = testDatabase({ isOfProcess: true });

let provider = "";
let credential = "";
let course = "";
beforeAll(async () => {
  const { db } = database;
  const feed = unique("feed");
  const sourceId = await insertSource(db, { name: feed });
  const body = await insertProvider(db, {
    sourceId,
    externalId: "P",
    content: { legalName: { en: "Sample College" } },
  });
  const award = await insertCredential(db, {
    sourceId,
    externalId: "K",
    content: {
      awardingBodies: [body.id],
      eqf: 6,
      ectsHundredths: 500,
      qualityAssurance: { en: "Reviewed each year" },
    },
  });
  const offer = await insertCourse(db, {
    sourceId,
    externalId: "C",
    content: {
      provider: body.id,
      credentials: [{ credential: award.id, needs: "this-course", neededCount: null }],
    },
  });
  const about = { scheme: `source:${feed}`, issuer: "Sample Agency" };
  await importEvidence(db, [
    {
      record_id: "1",
      ...about,
      subject_type: "provider",
      identifier: "P",
      kind: "deqar-report",
      activity: "institutional",
      obligation: "obligatory",
      valid_from: "2020-03-01",
      valid_to: "2099-05-31",
      link: "https://register.example/1",
    },
    {
      record_id: "2",
      ...about,
      subject_type: "credential",
      identifier: "K",
      kind: "national-register",
      eqf: "7",
      valid_from: "2020-03-01",
    },
  ]);
  [provider, credential, course] = [body.slug, award.slug, offer.slug];
});

const ORIGIN = "http://portal.example/api/v1";
const params = (id: string) => ({ params: Promise.resolve({ id }) });
const providerOn = async (query: string) =>
  readProvider(new Request(`${ORIGIN}/providers/x${query}`), params(provider));

describe("trust in the API", () => {
  it("is given with reasons, evidence and the day on which it changes", async () => {
    const { data } = await (await providerOn("?at=2026-11-25")).json();
    expect(data.trust).toMatchObject({
      tier: "external-review-esg",
      status: "institution",
      conditions: false,
      body: { role: "own" },
      changesOn: "2099-06-01",
    });
    expect(data.trust.reasons[0]).toEqual({
      code: "counts-institution",
      sentence: expect.stringContaining("Sample Agency approved Sample College"),
      evidence: data.trust.evidence[0].id,
      link: "https://register.example/1",
    });
    expect(data.trust.evidence).toEqual([
      expect.objectContaining({ kind: "deqar-report", decision: "positive", validTo: "2099-05-31" }),
    ]);
    expect(JSON.stringify(data)).not.toContain("enteredBy");
  });

  it("is answered as of the day that is asked for", async () => {
    const { data } = await (await providerOn("?at=2099-06-01")).json();
    expect(data.trust).toMatchObject({ tier: "not-stated", status: "listed-no-report", changesOn: null });
    const response = await readCredential(
      new Request(`${ORIGIN}/credentials/x?at=2019-01-01`),
      params(credential),
    );
    expect((await response.json()).data.trust).toMatchObject({ tier: "self-declared", status: null });
  });

  it.each(["?at=2026-02-30", "?at=tomorrow", "?at=", "?at=9999-99-99", "?at=2026-11-25T00:00:00Z"])(
    "refuses %s with a problem document",
    async (query) => {
      const response = await providerOn(query);
      expect([response.status, response.headers.get("content-type")]).toEqual([
        400,
        "application/problem+json",
      ]);
      expect((await response.json()).detail).toContain("YYYY-MM-DD");
    },
  );

  it("says of a credential which values are contradicted", async () => {
    const response = await readCredential(new Request(`${ORIGIN}/credentials/x`), params(credential));
    const { data } = await response.json();
    expect(data.level).toMatchObject({ eqf: 7, status: "contradicted" });
    expect(data.credits).toEqual({ ects: 5, status: "stated" });
    expect(data.trust).toMatchObject({ tier: "external-review-esg", body: { role: "awarding-body" } });
  });

  it("is in every course, with the status of level and credits, and narrows the list", async () => {
    const { data } = await (await readCourse(new Request(`${ORIGIN}/courses/x`), params(course))).json();
    expect(data).toMatchObject({
      level: { eqf: 7, status: "contradicted", inherited: false },
      credits: { ects: 5, status: "stated", inherited: true },
      trust: {
        tier: "external-review-esg",
        subStatus: "institution",
        body: { role: "provider", name: { en: "Sample College" } },
      },
    });
    expect(data.evidence.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      "deqar-report",
      "national-register",
      "provider-statement",
    ]);
    const totalOf = async (query: string) =>
      (await (await listCourses(new Request(`${ORIGIN}/courses?${query}`))).json()).meta.total;
    expect(await totalOf("confirmed=trust")).toBe(1);
    expect(await totalOf("confirmed=trust&confirmed=level")).toBe(0);
    expect(await totalOf("trust=external-review-esg&level=7")).toBe(1);
    expect(await totalOf("trust=self-declared")).toBe(0);
  });

  it("is described", async () => {
    const { paths, components } = await describeApi().json();
    const names = paths["/courses"].get.parameters.map(({ name }: { name: string }) => name);
    expect(names).toContain("confirmed");
    expect(paths["/providers/{id}"].get.parameters.at(-1)).toMatchObject({
      name: "at",
      schema: { format: "date" },
    });
    expect(components.schemas.JudgedTrust.properties.tier.enum).toContain("recognised-label");
  });
});
