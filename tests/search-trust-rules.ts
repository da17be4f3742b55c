import type { CourseContent } from "@/features/courses/schema";
import type { OracleCourse } from "./search-rules";

/** What the evidence of a random catalogue says about one of its records, in the words of the design. */
export interface OracleRecord {
  /** Id of the provider, credential or course. */
  about: string;
  kind: "authority" | "other register" | "label" | "review" | "review with a high flag" | "refusal";
  /** Both days counted; null: open. */
  from: string | null;
  to: string | null;
  eqf: number | null;
  ects: number | null;
  /** A correction speaks from the day on which it came in, and ends what it corrects. */
  knownFrom: string | null;
  knownUntil: string | null;
}

export interface JudgedTrust {
  tier: string;
  confirmed: string[];
  eqf: number | null;
  ects: number | null;
}

/** From the words of the design (trust-rules), for the few kinds of evidence that are drawn. */
export function judgeTrust(course: OracleCourse, today: string): JudgedTrust {
  const { record, provider } = course;
  const published = course.credentials.filter((link) => link.record.status === "published");
  const [first] = published;
  const sole = published.length === 1 && first?.needs === "this-course" ? first.record : null;
  const own = [record.id, ...(sole ? [sole.id] : [])];
  const bodies = [provider.id, ...published.flatMap((link) => link.record.content.awardingBodies)];

  const known = course.evidence.filter(
    ({ knownFrom, knownUntil }) =>
      (knownFrom === null || knownFrom <= today) && (knownUntil === null || today < knownUntil),
  );
  const about = (ids: readonly string[]) => known.filter((each) => ids.includes(each.about));
  const current = (ids: readonly string[]) => about(ids).filter((each) => isUsable(each, known, today));

  const levelGiver = statesLevel(record.content) ? record.content : (sole?.content ?? record.content);
  const stated = { eqf: levelGiver.eqf, isGiven: statesLevel(levelGiver) };
  const level = claim(stated, current(own), ({ eqf }) => eqf);
  const ects = record.content.ectsHundredths ?? sole?.content.ectsHundredths ?? null;
  const credits = claim({ eqf: ects, isGiven: ects !== null }, current(own), (each) => each.ects);

  const tier = tierOf(current([...own, ...bodies]));
  const hasStatement = sole !== null && sole.content.qualityAssurance !== null;
  const isUnknown = about([...own, ...bodies]).length === 0 && !hasStatement;
  const isOutside =
    stated.eqf === null ? provider.content.kind === "other" && !stated.isGiven : stated.eqf <= 4;
  const lower = hasStatement ? "self-declared" : isUnknown && isOutside ? "out-of-scope" : "not-stated";
  return {
    tier: tier ?? lower,
    confirmed: [
      ...(level.isConfirmed ? ["level"] : []),
      ...(tier === null ? [] : ["trust"]),
      ...(credits.isConfirmed ? ["credits"] : []),
    ],
    eqf: level.value,
    ects: credits.value,
  };
}

const statesLevel = ({ eqf, nqf, cycle }: Pick<CourseContent, "eqf" | "nqf" | "cycle">) =>
  eqf !== null || nqf !== null || cycle !== null;

/** In date; and not after a refusal, unless it is newer than that. */
function isUsable(each: OracleRecord, known: readonly OracleRecord[], today: string): boolean {
  if (each.kind === "refusal") return false;
  if ((each.from !== null && today < each.from) || (each.to !== null && each.to < today)) return false;
  if (each.kind !== "authority") return true;
  return !known.some(
    ({ kind, about, from }) =>
      kind === "refusal" &&
      about === each.about &&
      from !== null &&
      from <= today &&
      (each.from === null || each.from <= from),
  );
}

function tierOf(usable: readonly OracleRecord[]): string | null {
  const has = (wanted: OracleRecord["kind"]) => usable.some(({ kind }) => kind === wanted);
  if (has("review")) return "external-review-esg";
  if (has("authority")) return "national-authorisation";
  return has("label") ? "recognised-label" : null;
}

/**
 * Two current sources that say different things, one of them an authority: its value is shown, and nothing is confirmed.
 * A national level that stands in no table cannot be compared.
 */
function claim(
  stated: { eqf: number | null; isGiven: boolean },
  usable: readonly OracleRecord[],
  read: (record: OracleRecord) => number | null,
): { value: number | null; isConfirmed: boolean } {
  const saying = usable
    .filter((record) => read(record) !== null)
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : -1));
  const authorities = saying.filter(({ kind }) => kind === "authority").map(read);
  const others = saying.filter(({ kind }) => kind !== "authority").map(read);
  const all = [...(stated.eqf === null ? [] : [stated.eqf]), ...authorities, ...others];
  const [disputed] = authorities.filter((value) => all.some((other) => other !== value));
  if (disputed !== undefined) return { value: disputed, isConfirmed: false };
  if (stated.isGiven) {
    return { value: stated.eqf, isConfirmed: [...authorities, ...others].includes(stated.eqf) };
  }
  const [shown = null] = [...authorities, ...others];
  return { value: shown, isConfirmed: shown !== null };
}
