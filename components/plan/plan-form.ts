import { formatHold, type Hold, parseHold } from "@/features/pathways/hold";
import type { Certainty } from "@/features/pathways/programme";
import { type PlanParams, parsePlanParams, toPlanQuery } from "@/features/plans/plan-question";
import type { Locale } from "@/lib/locales";
import { pagePath } from "@/lib/urls";

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of a plan asks. */
export type PlanQuery = Omit<PlanParams, "ignored">;

/** What was typed to be added by hand. */
export interface OwnFields {
  title: string;
  credits: string;
  level: string;
  month: string;
  field: string;
  country: string;
}

export type OwnError = Exclude<ReturnType<typeof parseHold>, { ok: true }>["part"];

export interface PlanForm {
  query: PlanQuery;
  ignored: readonly string[];
  /** What was searched for in the catalogue. */
  find: string;
  own: OwnFields;
  ownError: OwnError | null;
  /** True where a form was sent whose fields are now part of `query`: the address to go on from is that of `query`. */
  isSent: boolean;
}

/** What holds where the address says nothing. */
export const DEFAULT_CERTAINTY: Certainty = "precedent";
export const FIND_LENGTH = 100;
/** In the address of a plan that comes in one piece: nothing of it is shown before all of it is known. */
export const WHOLE = "whole";

/**
 * An address, or the form of the plan page as it was sent: what was to be added and the months of what is held become
 * values of `hold`, so that the address alone says everything.
 */
export function readPlanForm(params: Params): PlanForm {
  const { ignored, ...asked } = parsePlanParams(params);
  const { certainty, ...limits } = asked.limits;
  const text = (name: string) => [params[name] ?? ""].flat()[0]?.trim() ?? "";
  const own: OwnFields = {
    title: text("own-title"),
    credits: text("own-credits"),
    level: text("own-level"),
    month: text("own-month"),
    field: text("own-field"),
    country: text("own-country"),
  };
  const typed = Object.values(own).some((value) => value !== "") ? readOwn(own) : null;
  const hold = [
    ...withMonths(asked.hold, params),
    ...fromCatalogue(text("add"), text("add-month")),
    ...(typed?.ok ? [typed.hold] : []),
  ];
  return {
    query: {
      target: asked.target,
      hold: [...new Map(hold.map((each) => [formatHold(each), each])).values()],
      limits: certainty && certainty !== DEFAULT_CERTAINTY ? { ...limits, certainty } : limits,
    },
    ignored,
    find: text("add") === "" ? text("find").slice(0, FIND_LENGTH) : "",
    own,
    ownError: typed && !typed.ok ? typed.part : null,
    isSent: Object.keys(params).some((name) => FORM_FIELD.test(name)) && (typed === null || typed.ok),
  };
}

const FORM_FIELD = /^(?:add|add-month|hold-month|own-.+)$/;

/** The address of a plan, with what is being searched for in the catalogue. */
export function planAddress(locale: Locale, query: PlanQuery, find = ""): string {
  const said = [toPlanQuery(query), find && new URLSearchParams({ find }).toString()]
    .filter(Boolean)
    .join("&");
  return pagePath(locale, "plan") + (said && `?${said}`);
}

/** The same request once more, for a page in one piece: with all that was typed, also what was not understood. */
export function wholeAddress(locale: Locale, params: Params): string {
  const asked = Object.entries({ ...params, [WHOLE]: "yes" }).flatMap(([name, given]) =>
    [given ?? []].flat().map((value) => [name, value]),
  );
  return `${pagePath(locale, "plan")}?${new URLSearchParams(asked)}`;
}

/** The months stand beside the items, in the same order. One that cannot be read changes nothing. */
function withMonths(hold: readonly Hold[], params: Params): Hold[] {
  const given = params["hold-month"];
  if (given === undefined) return [...hold];
  const months = [given].flat();
  return hold.map((each, index) => {
    const changed = parseHold(formatHold({ ...each, month: months[index]?.trim() || null }));
    return changed.ok ? changed.hold : each;
  });
}

function fromCatalogue(slug: string, month: string): Hold[] {
  if (slug === "") return [];
  const [dated, undated] = [parseHold(`${slug}~${month}`), parseHold(slug)];
  return dated.ok ? [dated.hold] : undated.ok ? [undated.hold] : [];
}

function readOwn({ title, credits, level, month, field, country }: OwnFields): ReturnType<typeof parseHold> {
  const parts = [title.replaceAll("~", " ").trim(), credits.replace(",", "."), level, month, field, country];
  return parseHold(["own", ...parts].join("~"));
}
