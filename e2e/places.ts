import type { APIRequestContext, Page } from "@playwright/test";

/** The pages that need no record, by the address behind the locale. */
export const FIXED_PAGES = [
  "",
  "/search",
  "/start",
  "/about",
  "/about/trust",
  "/about/levels",
  "/equivalence",
  "/sources",
  "/accessibility",
  "/privacy",
  "/developers",
];

const HELD =
  "hold=datataidot-tyoelamaan~2026-01&hold=data-analysis-in-public-policy~2026-05&hold=european-decision-making~2026-09";

/** Qualifications, plans and proposals of the sample catalogue. */
export const PATHWAY_PAGES = {
  qualifications: "/qualifications",
  "a qualification": "/qualifications/data-julkisissa-palveluissa-todistus",
  "an earlier version": "/qualifications/data-julkisissa-palveluissa-todistus?version=1",
  "a credential that stacks": "/credentials/datataidot-tyoelamaan",
  "a plan not begun": "/plan",
  "a search for what is held": "/plan?find=data",
  "what cannot be added": "/plan?own-title=GIS&own-credits=many",
  "no such qualification": "/plan?target=none&hold=no-such-thing&budget=much",
  "a plan": `/plan?target=data-julkisissa-palveluissa-todistus&${HELD}`,
  "no way there": "/plan?target=certificate-in-offshore-wind-and-hydrogen",
  "an agreement that has ended": "/plan?target=diploma-in-supply-chains-and-customs",
  "a dead step": "/pathways/digital-care-work",
};

/** What stands behind records of the sample catalogue, and what is said of it. */
export const TRUST_PAGES = {
  "an external review": "/providers/kaarnalan-yliopisto",
  "a decision against": "/providers/univerzita-tri-rek",
  "two ends": "/providers/hogeschool-lage-dijk",
  "many reports alike": "/providers/silverdals-universitet",
  "a contradicted level": "/credentials/machine-learning-in-practice",
  "a programme refused": "/credentials/incident-response-and-digital-evidence",
  "national levels found": "/about/levels?q=suomi&eqf=6",
  "no national level": "/about/levels?q=zzzz",
  "two credentials": "/equivalence?a=machine-learning-in-practice&b=applied-machine-learning-for-engineers",
  "no such credential": "/equivalence?a=machine&b=zzzz-qqqq",
};

/** States of the search page: how each is asked for. */
export const SEARCH_STATES = {
  chosen: "?q=a&level=6&level=not-stated&sort=newest",
  nothing: "?q=zzzzqqqq&level=6&mode=online",
  "few, and more close by": "?q=welding&level=4",
  misspelt: "?q=weldign",
  "words left out": "?q=welding+zzzzqqqq",
  "words left out that a filter stands for": "?q=free+online+welding",
  "found in another language": "?q=hitsaus",
  "an occupation is named": "?q=welder",
  "a narrow field": "?field=0613",
  "all values of a filter": "?facet=language",
  unusable: "?ects-min=many&level=99",
  "second page": "?page=2",
  "past the last": "?page=400",
  "too far": "?page=501",
};

/** Records as the search finds them: what narrows to such a course. */
export const COURSE_STATES = {
  any: "",
  "leads to a micro-credential": "?credential=micro-credential",
  "attendance only": "?assessment=attendance-only",
  "without an open run": "?start=no-open-run",
  "any time": "?start=anytime",
  "hardly stated": "?level=not-stated&ects=not-stated&price=not-stated",
};

/** The address of the first course that a search finds. */
export async function firstCourse(page: Page, query: string, locale = "en"): Promise<string> {
  await page.goto(`/${locale}/search${query}`);
  return addressOf(page, page.getByRole("article").first().getByRole("heading").getByRole("link"));
}

/** The address of a course that has a page and is in no search any more. */
export async function withdrawnCourse(request: APIRequestContext): Promise<string> {
  const offered = new Set<string>();
  for (let next: string | null = "/api/v1/courses?page-size=100"; next; ) {
    const answer: { data: { slug: string }[]; links: { next: string | null } } = await (
      await request.get(next)
    ).json();
    for (const { slug } of answer.data) offered.add(slug);
    next = answer.links.next;
  }
  const sitemap = await (await request.get("/sitemaps/1.xml")).text();
  const slugs = [...sitemap.matchAll(/\/en\/courses\/([^<"]+)/g)].map((match) => match[1] ?? "");
  const withdrawn = slugs.find((slug) => !offered.has(slug));
  if (!withdrawn) throw new Error("No course is withdrawn");
  return `/en/courses/${withdrawn}`;
}

/** The address of the first link to a page of this room: "credentials", "providers". */
export function firstLinkTo(page: Page, room: string): Promise<string> {
  return addressOf(page, page.getByRole("main").locator(`a[href*="/${room}/"]`).first());
}

async function addressOf(page: Page, link: ReturnType<Page["locator"]>): Promise<string> {
  const href = await link.getAttribute("href");
  if (!href) throw new Error(`${page.url()} has no such link`);
  return href;
}
