// Answers in the shapes of DEQAR's Web API, about invented institutions.

export const HARBOUR = "DEQARINST9001";

export const institution = (number: number, given: object = {}) => ({
  id: number,
  eter_id: `FI9${String(number).slice(-3)}`,
  closure_date: null,
  website_link: `http://www.sample-${number}.example.org`,
  identifiers: [
    {
      identifier: `sample-${number}.example.org`,
      resource: "SCHAC",
      agency: null,
      identifier_valid_to: null,
    },
    { identifier: `SF  SAMPLE${number}`, resource: "Erasmus", agency: null, identifier_valid_to: null },
    { identifier: `old-${number}`, resource: "EU-PIC", agency: null, identifier_valid_to: "2015-12-31" },
    { identifier: "12", resource: "FI-ETER.BAS.NATID", agency: null, identifier_valid_to: null },
  ],
  names: [
    {
      name_official: `Esimerkkikorkeakoulu ${number}`,
      name_official_transliterated: "",
      name_english: `Sample University ${number}`,
      acronym: `SU${number}`,
      name_valid_to: null,
      name_versions: [{ name: `Sampleby universitet ${number}`, transliteration: "" }],
    },
    { name_official: "An earlier name", name_english: "", acronym: "", name_valid_to: "2001-01-01" },
  ],
  ...given,
});

export const ref = (number: number, given: object = {}) => ({
  id: number,
  deqar_id: `DEQARINST${number}`,
  name_primary: `Sample University ${number}`,
  website_link: `http://www.sample-${number}.example.org`,
  ...given,
});

export const otherProvider = (number: number) => ({
  id: number,
  deqar_id: `DEQARINSTAP${number}`,
  name_primary: `Sample Academy ${number}`,
  website_link: `http://www.academy-${number}.example.org`,
});

/** A report as the detail and the lists by institution give it. */
export const report = (id: number, given: object = {}) => ({
  id,
  agency_name: "Sample Agency for Quality",
  agency_acronym: "SAQ",
  agency_id: 999,
  agency_esg_activity: "Institutional audit",
  agency_esg_activity_type: "institutional",
  name: "Institutional audit",
  institutions: [ref(9001)],
  institutions_hierarchical: [],
  institutions_historical: [],
  programmes: [],
  report_valid: true,
  valid_from: "2024-03-01",
  valid_to: "2030-02-28",
  status: "part of obligatory EQA system",
  decision: "positive",
  report_files: [],
  report_links: [{ link_display_name: "", link: "https://agency.example.org/report" }],
  local_identifier: null,
  other_comment: "",
  flag: "none",
  ...given,
});

/** The same as a row of the report search: text ids, instants, other names. */
export const searchRow = (id: number, given: object = {}) => ({
  id: String(id),
  agency_name: "Sample Agency for Quality",
  agency_acronym: "SAQ",
  agency_esg_activity: "Institutional audit",
  agency_esg_activity_type: "institutional",
  institutions: [ref(9001)],
  programmes: [],
  valid_from: "2024-03-01T00:00:00Z",
  valid_to_calculated: "2029-03-01T00:00:00Z",
  status: "part of obligatory EQA system",
  decision: "positive",
  flag_level: "none",
  report_links: [],
  score: 1.0,
  ...given,
});

export const programme = (id: number, given: object = {}) => ({
  id,
  name_primary: `Sample programme ${id}`,
  programme_names: [{ name: `Sample programme ${id}`, name_is_primary: true, qualification: "Master" }],
  programme_identifiers: [],
  nqf_level: "level 7",
  qf_ehea_level: "second cycle",
  countries: [],
  ...given,
});

export const page = (results: readonly unknown[], count = results.length) => ({
  count,
  next: null,
  previous: null,
  results,
});

export const INSTITUTION_COLUMNS = [
  "deqar_id",
  "eter_id",
  "name_primary",
  "name_official",
  "name_versions",
  "country",
  "city",
  "website_link",
  "founding_date",
  "closure_date",
  "parent_institution",
  "historic_relationships",
  "report_count",
  "report_last",
  "identifiers_all",
];

/** A row of the nightly list, one a location. */
export const location = (number: number, given: Readonly<Record<string, string>> = {}) => ({
  deqar_id: `DEQARINST${number}`,
  eter_id: `FI9${String(number).slice(-3)}`,
  name_primary: `Sample University ${number}`,
  name_official: `Esimerkkikorkeakoulu ${number}`,
  country: "Finland",
  city: "Esimerkkilä",
  website_link: `http://www.sample-${number}.example.org`,
  founding_date: "1990-01-01",
  report_count: "1",
  identifiers_all: `SCHAC: sample-${number}.example.org, Erasmus: SF  SAMPLE${number}, ROR: https://ror.org/0s${number}`,
  ...given,
});
