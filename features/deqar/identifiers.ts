import type { IdentifierScheme } from "@/features/providers/schema";

// Names of identifiers in DEQAR, and ours for them. National numbers are left out: without the country they are not unique.
const SCHEMES = new Map<string, IdentifierScheme>([
  ["ETER", "eter"],
  ["SCHAC", "schac"],
  ["Erasmus", "erasmus"],
  ["EU-PIC", "pic"],
  ["EU-VAT", "vat"],
  ["ROR", "ror"],
  ["DID-EBSI", "did"],
]);

/** DEQAR's word for an identifier to our scheme; null for one that we do not hold. */
export const schemeOf = (resource: string): IdentifierScheme | null => SCHEMES.get(resource.trim()) ?? null;

/** Our scheme to DEQAR's word, where its Web API can be asked by it; in the order in which it is asked. */
export const ASKED_BY: readonly { scheme: IdentifierScheme; resource: string }[] = [
  { scheme: "schac", resource: "SCHAC" },
  { scheme: "erasmus", resource: "Erasmus" },
  { scheme: "pic", resource: "EU-PIC" },
  { scheme: "vat", resource: "EU-VAT" },
  { scheme: "ror", resource: "ROR" },
  { scheme: "did", resource: "DID-EBSI" },
];

const DEQAR_ID = /^DEQARINST(AP)?0*(\d{1,9})$/i;

/** "DEQARINST0382" -> 382, "DEQARINSTAP0010" -> 10; null for another text. */
export function numberOfDeqarId(id: string): number | null {
  const digits = DEQAR_ID.exec(id.trim())?.[2];
  return digits === undefined ? null : Number(digits);
}

/** A provider outside higher education has an "AP" in its id. */
export const isOtherProvider = (id: string): boolean => DEQAR_ID.exec(id.trim())?.[1] !== undefined;

/** 382 -> "DEQARINST0382" */
export const deqarIdOf = (number: number, isOther: boolean): string =>
  `DEQARINST${isOther ? "AP" : ""}${String(number).padStart(4, "0")}`;

/** ETER and OrgReg: "DE0069". */
export const ETER_ID = /^(?:INT|[A-Z]{2})\d{4}$/;

export const institutionPage = (number: number): string => `https://data.deqar.eu/institution/${number}`;
export const reportPage = (id: string): string => `https://data.deqar.eu/report/${id}`;
