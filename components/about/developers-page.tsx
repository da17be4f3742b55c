import { Prose } from "@/components/ui/prose";
import { FACETS, SORTS } from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

const LISTS = ["courses", "credentials", "providers", "sources"] as const;
const PARAMETERS = ["q", ...FACETS, "ects-min", "sort", "page", "page-size"] as const;
const VALUES: Readonly<Record<string, readonly string[]>> = { ...FACET_VALUES, sort: SORTS };

export function DevelopersPage({ locale }: { locale: Locale }) {
  const t = translator(locale);
  return (
    <Prose>
      <h1>{t("developers.title")}</h1>
      <p>{t("developers.lead")}</p>
      <h2>{t("developers.api.heading")}</h2>
      <p>{t("developers.api.text")}</p>
      <ul>
        {LISTS.map((list) => (
          <li key={list}>
            <a href={`/api/v1/${list}`}>/api/v1/{list}</a>: {t(`developers.api.${list}`)}
          </li>
        ))}
      </ul>
      <p>
        <a href="/api/v1/openapi.json">{t("developers.api.description")}</a>
      </p>
      <h2>{t("developers.csv.heading")}</h2>
      <p>{t("developers.csv.text")}</p>
      <ul>
        <li>
          <a href="/api/v1/csv-template.csv">{t("developers.csv.template")}</a>
        </li>
        <li>
          <a href="/api/v1/register-template.csv">{t("developers.csv.register-template")}</a>
        </li>
        <li>
          <a href="/api/v1/evidence-template.csv">{t("developers.csv.evidence-template")}</a>
        </li>
      </ul>
      <h2>{t("developers.parameters.heading")}</h2>
      <p>{t("developers.parameters.intro")}</p>
      <table>
        <caption className="visually-hidden">{t("developers.parameters.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("developers.parameters.name")}</th>
            <th scope="col">{t("developers.parameters.values")}</th>
          </tr>
        </thead>
        <tbody>
          {PARAMETERS.map((name) => (
            <tr key={name}>
              <th scope="row">
                <code>{name === "ects-min" ? "ects-min, ects-max" : name}</code>
              </th>
              <td>
                {t(`developers.parameters.${name}`)}
                {VALUES[name] && name !== "level" && (
                  <>
                    : <code>{VALUES[name].join(", ")}</code>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Prose>
  );
}
