import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PlanThread } from "@/features/plan-thread/plan-thread";
import { planFor } from "@/features/plans/plan-for";
import { atDesk } from "@/features/plans/planner-queue";
import { testDatabase } from "@/tests/database";
import { insertCourse, makeRun } from "@/tests/factories";
import { importProgrammes, makeStackWorld, pool } from "@/tests/programmes";
import { GET as describeApi } from "../openapi.json/route";
import { GET as readProgrammeFile } from "../qualifications/[id]/programme/route";
import { GET as readQualification } from "../qualifications/[id]/route";
import { GET as listQualifications } from "../qualifications/route";
import { OPTIONS, POST } from "./route";

const database = testDatabase({ isOfProcess: true });

const thread = new PlanThread({ DATABASE_URL: database.url });
globalThis.cairnPlanThread = thread;

let slug = "";
let file: object = {};
beforeAll(async () => {
  const world = await makeStackWorld(database.db);
  const unit = await world.unit();
  await insertCourse(database.db, {
    content: {
      provider: world.body.id,
      credentials: [{ credential: unit.id, needs: "this-course", neededCount: null }],
      runs: [makeRun({ startKind: "standing" })],
    },
  });
  file = world.document(pool("core", 5, { units: [world.refTo(unit)] }), { totalCredits: 5 });
  await importProgrammes(database.db, [file]);
  slug = world.qualification.slug;
});
afterAll(async () => {
  globalThis.cairnPlanThread = undefined;
  await thread.close();
});

const ADDRESS = "http://portal.example/api/v1/plans";
const post = (body: unknown, init: RequestInit = {}) =>
  POST(
    new Request(ADDRESS, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      ...init,
    }),
  );

describe("POST /api/v1/plans", () => {
  it("answers audit, plans, conflict and gap, and is kept nowhere", async () => {
    const answer = await post({ target: slug, hold: ["own~Welding~5~6~2026-03~0715~FI"] });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toMatchObject({
      target: { slug, ects: 5 },
      audit: { countedEcts: 0 },
      outcome: "plans",
      plans: [{ steps: [{ ects: 5 }], notice: expect.stringContaining("no automatic right") }],
      conflict: null,
      gap: 0,
    });
  });

  it("says what cannot hold together where there is no plan", async () => {
    const answer = await (await post({ target: slug, limits: { language: ["sv"] } })).json();
    expect(answer).toMatchObject({ outcome: "none", plans: [], gap: null });
    expect(answer.conflict.constraints).toContain("limit:language");
  });

  it.each([
    ["{", 400, undefined],
    [{ target: "" }, 400, ["target"]],
    [{ target: "x", hold: ["No slug"], limits: { budget: "much" } }, 400, ["hold.0", "limits.budget"]],
    [{ target: "nobody-here" }, 404, undefined],
    [`"${"x".repeat(64 * 1024)}"`, 413, undefined],
  ])("names what is wrong (%#)", async (body, status, fields) => {
    const answer = await post(body);
    const problem = await answer.json();
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(problem.errors?.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  it("asks to come again where too many wait", async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const waiting = Array.from({ length: 21 }, () => atDesk(() => gate));
    // The queue of this process, which the test can fill, in place of the thread's.
    const ask = vi.spyOn(thread, "ask").mockImplementation(planFor);
    const answer = await post({ target: slug });
    ask.mockRestore();
    release();
    await Promise.all(waiting);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("ends when the client goes away", async () => {
    const answer = await post({ target: slug }, { signal: AbortSignal.abort() });
    expect([answer.status, await answer.text()]).toEqual([499, ""]);
  });

  it("lets other origins ask", () => {
    expect(OPTIONS().headers.get("access-control-allow-methods")).toBe("POST");
  });
});

describe("GET /api/v1/qualifications", () => {
  const context = (id: string) => ({ params: Promise.resolve({ id }) });
  const request = (path: string) => new Request(`http://portal.example/api/v1/${path}`);

  it("lists them, tells one, and gives its file back", async () => {
    const list = await (await listQualifications(request("qualifications"))).json();
    expect(list.data).toEqual([expect.objectContaining({ slug, countedUnits: 1, ects: 5 })]);
    const one = await (await readQualification(request(`qualifications/${slug}`), context(slug))).json();
    expect(one.data.root).toMatchObject({
      id: "core",
      kind: "credits",
      minEcts: 5,
      counted: [{ certainty: "designed", ects: 5 }],
      possibleTotal: 0,
    });
    const again = await readProgrammeFile(request(`qualifications/${slug}/programme`), context(slug));
    expect(await again.json()).toEqual(file);
  });

  it("knows no version that is not there", async () => {
    const answer = await readQualification(request(`qualifications/${slug}?version=9`), context(slug));
    expect(answer.status).toBe(404);
  });

  it("is described", async () => {
    const { paths } = await describeApi().json();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(["/plans", "/qualifications", "/qualifications/{id}/programme"]),
    );
    const { schema } = paths["/plans"].post.requestBody.content["application/json"];
    expect(Object.keys(schema.properties)).toEqual(["target", "hold", "limits"]);
  });
});
