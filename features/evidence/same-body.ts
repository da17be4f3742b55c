import { words } from "@/lib/fold";

/** A body by its names and the hosts of its website. */
export interface Described {
  names: readonly string[];
  domains: readonly string[];
}

// Words that many bodies have in their names and that tell none from another.
const COMMON = new Set(
  words(`
    university universitat universität universite université universidad universidade università universitatea universiteit
    universitet universitetet universiteto universitāte universitāt uniwersytet univerzita univerzitet sveučilište egyetem yliopisto ülikool
    college hochschule fachhochschule hogeschool høgskole högskola ammattikorkeakoulu veleučilište polytechnic politecnico politécnico
    instituto institute institut istituto institution akademie academy akademia academie school schule scuola escuela école ecole
    school of for and the in at applied sciences science higher education technology arts national state
    und der die das fur für von zu et de la le les du des d l of y e i di della del do da dos van voor i och og ja w oraz`),
);

function tellingWords(name: string): Set<string> {
  const all = words(name);
  const telling = all.filter((word) => !COMMON.has(word) && !/^\d+$/.test(word));
  return new Set(telling.length > 0 ? telling : all);
}

/** The fewest words that a shorter name must share with a longer one which has words of its own. */
const FEWEST_SHARED = 2;

/** Whether two names can be those of one body: the same telling words, or two and more of them within a longer name. */
export function nameIsLike(a: string, b: string): boolean {
  const [shorter, longer] = [tellingWords(a), tellingWords(b)].sort((x, y) => x.size - y.size);
  if (!shorter || !longer || shorter.size === 0) return false;
  const isWithin = [...shorter].every((word) => longer.has(word));
  return isWithin && (shorter.size === longer.size || shorter.size >= FEWEST_SHARED);
}

export const namesAgree = (ours: Described, theirs: Described): boolean =>
  ours.names.some((name) => theirs.names.some((other) => nameIsLike(name, other)));

/** Whether the website of one is that of the other or lies within it. */
export const domainsAgree = (ours: Described, theirs: Described): boolean =>
  ours.domains.some((a) => theirs.domains.some((b) => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)));

/**
 * Whether a body that claims an identifier is the one that a register has under it: by its name or its website. A
 * register that says neither contradicts nobody.
 */
export const isSameBody = (ours: Described, theirs: Described): boolean =>
  (theirs.names.length === 0 && theirs.domains.length === 0) ||
  namesAgree(ours, theirs) ||
  domainsAgree(ours, theirs);

/** "https://www.example.org/x" and "example.org" -> "example.org"; null where the text is no web address. */
export function domainOf(address: string): string | null {
  const text = address.trim();
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (text === "" || /\s/.test(text) || !URL.canParse(url)) return null;
  const host = new URL(url).hostname.replace(/^www\./, "").replace(/\.$/, "");
  return host.includes(".") && !/^[\d.]+$/.test(host) && !host.startsWith("[") ? host : null;
}

export const domainsOf = (addresses: readonly (string | null)[]): string[] => [
  ...new Set(addresses.flatMap((address) => (address === null ? [] : (domainOf(address) ?? [])))),
];
