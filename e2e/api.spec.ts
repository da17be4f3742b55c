import { expect, test } from "@playwright/test";

test("a course list is exact, paged and says what could not be used", async ({ request }) => {
  const answer = await request.get("/api/v1/courses?level=6&page-size=5&page=2&mode=teleport&sort=best");
  expect(answer.headers()["content-type"]).toContain("application/json");
  expect(answer.headers()["access-control-allow-origin"]).toBe("*");
  const { data, meta, facets, links } = await answer.json();
  expect(data).toEqual([]);
  expect(meta).toMatchObject({ total: 0, page: 2, pageSize: 5, engine: "postgres", degraded: false });
  expect(meta.ignored.sort()).toEqual(["mode=teleport", "sort=best"]);
  expect(facets.mode.length).toBeGreaterThan(3);
  expect(links.prev).toContain("page=1");
});

test("pages of a list hold every course once", async ({ request }) => {
  const ids: string[] = [];
  let next: string | null = "/api/v1/courses?field=06&page-size=25&sort=newest";
  let total = 0;
  while (next) {
    const {
      data,
      meta,
      links,
    }: { data: { id: string }[]; meta: { total: number }; links: { next: string | null } } = await (
      await request.get(next)
    ).json();
    ids.push(...data.map(({ id }) => id));
    total = meta.total;
    next = links.next && new URL(links.next).pathname + new URL(links.next).search;
  }
  expect(total).toBeGreaterThan(25);
  expect(ids).toHaveLength(total);
  expect(new Set(ids).size).toBe(total);
});

test("a course, its credential and its provider are found by id and by slug", async ({ request }) => {
  const { data } = await (
    await request.get("/api/v1/courses?credential=micro-credential&page-size=1")
  ).json();
  const [course] = data;
  for (const [room, record] of [
    ["courses", course],
    ["credentials", course.credentials[0]],
    ["providers", course.provider],
  ] as const) {
    const byId = await (await request.get(`/api/v1/${room}/${record.id}`)).json();
    const bySlug = await (await request.get(`/api/v1/${room}/${record.slug}`)).json();
    expect(byId).toEqual(bySlug);
    expect(byId.data).toMatchObject({ id: record.id, sample: true });
  }
});

test("the values of a facet are found by a part of their name", async ({ request }) => {
  const { data } = await (await request.get("/api/v1/courses/facets/language?contains=suomi")).json();
  expect(data.map(({ value }: { value: string }) => value)).toContain("fi");
});

test("faults are problem documents", async ({ request }) => {
  for (const [address, status] of [
    ["/api/v1/courses?page=101&page-size=100", 400],
    ["/api/v1/courses/nothing-of-this-name", 404],
    ["/api/v1/courses/facets/colour", 404],
    ["/api/v1/credentials/01900000-0000-7000-8000-000000000000", 404],
  ] as const) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(status);
    expect(answer.headers()["content-type"], address).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
  }
});

test("the export holds all that was found, a row a run, under the columns of the template", async ({
  request,
}) => {
  const { meta } = await (await request.get("/api/v1/courses?field=06&page-size=1")).json();
  const answer = await request.get("/en/search/export?field=06");
  expect(answer.headers()["content-disposition"]).toContain("courses.csv");
  const [header = "", ...rows] = (await answer.text()).trim().split("\r\n");
  const template = await (await request.get("/api/v1/csv-template.csv")).text();
  expect(header).toContain("course_id");
  for (const column of ["course_id", "title_en", "run_id", "credential_id"]) {
    expect(template.split("\r\n")[0]).toContain(column);
    expect(header).toContain(column);
  }
  expect(rows.length).toBeGreaterThanOrEqual(meta.total);
});

test("the description of the API names each parameter of a search", async ({ request }) => {
  const { paths } = await (await request.get("/api/v1/openapi.json")).json();
  const names = paths["/courses"].get.parameters.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["q", "level", "start", "skill", "ects-min", "sort", "page"]));
});
