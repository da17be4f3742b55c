import type { CourseContent } from "@/features/courses/schema";
import { isPublicHost } from "@/lib/network-address";
import type { Remark, Rule } from "./rule";

const LONGEST = 2_048;

/** Null where it is a web address that anyone may open; else what is wrong with it, as the end of a sentence. */
export function faultOfAddress(address: string): string | null {
  if (address.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (!URL.canParse(address)) return "is not a web address such as https://www.example.org/course";
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "does not begin with https:// or http://";
  if (url.username || url.password) return "holds a user name or password";
  if (!isPublicHost(url.hostname)) return "leads to a machine that is not on the public internet";
  return null;
}

function check(address: string | null, field: string, remark: Remark): void {
  const fault = address === null ? null : faultOfAddress(address);
  if (fault)
    remark("refuse", field, "address", `The address "${address}" ${fault}. Correct it or leave it out.`);
}

export function homepageIsPublic<C extends { homepage: string | null }>(content: C, remark: Remark): C {
  check(content.homepage, "homepage", remark);
  return content;
}

export const applyAddressesArePublic: Rule<CourseContent> = (content, remark) => {
  for (const { externalId, applyUrl } of content.runs) check(applyUrl, `run ${externalId}: applyUrl`, remark);
  return content;
};
