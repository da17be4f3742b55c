import type { TrustSubject } from "@/features/standing/subject";

export interface AwardingBody {
  id: string;
  kind: Extract<TrustSubject, { kind: "provider" }>["providerKind"];
  country: string;
}

/** `other` where all of them are; of none, nothing is known. */
export function kindOfBodies(bodies: readonly AwardingBody[]): AwardingBody["kind"] {
  if (bodies.some(({ kind }) => kind === "higher-education")) return "higher-education";
  return bodies.length > 0 && bodies.every(({ kind }) => kind === "other") ? "other" : "unknown";
}

/** Null where they are of several countries. */
export function countryOfBodies(bodies: readonly AwardingBody[]): string | null {
  const [first] = bodies;
  return first && bodies.every(({ country }) => country === first.country) ? first.country : null;
}
