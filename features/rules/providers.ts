import { byText } from "@/features/providers/record-rows";
import type { ProviderContent } from "@/features/providers/schema";
import { countries } from "@/features/vocabularies/countries";
import { isNuts, nutsCountry } from "@/features/vocabularies/nuts";
import type { Rule } from "./rule";

const LONGEST_IDENTIFIER = 200;

export const countryIsKnown: Rule<ProviderContent> = (content, remark) => {
  if (!countries.has(content.country)) {
    remark(
      "refuse",
      "country",
      "country-missing",
      `"${content.country}" is not a country. Give its ISO 3166 code, such as FI.`,
    );
  }
  return content;
};

export const regionIsInCountry: Rule<ProviderContent> = (content, remark) => {
  const { region, country } = content;
  if (region === null || (isNuts(region) && nutsCountry(region) === country)) return content;
  remark(
    "warn",
    "region",
    "region-unknown",
    `"${region}" is not a NUTS region of ${country}; it was left out.`,
  );
  return { ...content, region: null };
};

/** Each once, without empty ones, in the order in which the database gives them back. */
export const identifiersAreDistinct: Rule<ProviderContent> = (content, remark) => {
  const distinct = new Map(
    content.identifiers
      .map(({ scheme, value }) => ({ scheme, value: value.trim() }))
      .filter(({ scheme, value }) => {
        if (value.length <= LONGEST_IDENTIFIER) return value !== "";
        remark(
          "warn",
          "identifiers",
          "identifier-long",
          `The ${scheme} identifier is too long; it was left out.`,
        );
        return false;
      })
      .map((identifier) => [`${identifier.scheme}:${identifier.value}`, identifier]),
  );
  return { ...content, identifiers: [...distinct.values()].sort(byText) };
};
