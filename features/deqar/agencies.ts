/** Agencies that report to DEQAR: acronym, country, name. Names change; a report that gives one keeps its own. */
const AGENCIES = `
  A3ES|PT|Agency for Evaluation and Accreditation of Higher Education
  AAC-DEVA|ES|Andalusian Agency of Knowledge, Department of Evaluation and Accreditation
  AAQ|CH|Swiss Agency of Accreditation and Quality Assurance
  ACPUA|ES|Aragon Agency for Quality Assurance and Strategic Foresight in Higher Education
  ACQUIN|DE|Accreditation, Certification and Quality Assurance Institute
  ACSUCYL|ES|The Quality Assurance Agency for the University System in Castilla y León
  ACSUG|ES|Agency for Quality Assurance in the Galician University System
  AEQES|BE|Agence pour l'Evaluation de la Qualité de l'Enseignement Supérieur
  AHPGS|DE|Accreditation Agency in Health and Social Sciences
  AI|DK|The Danish Accreditation Institution
  AKKORK|RU|Agency for Quality Assurance in Higher Education and Career Development
  ANECA|ES|National Agency for the Quality Assessment and Accreditation of Spain
  ANQA|AM|National Centre for Professional Education Quality Assurance
  AQ Austria|AT|Agency for Quality Assurance and Accreditation Austria
  AQAS|DE|Agency for Quality Assurance through Accreditation of Study Programmes
  AQU|ES|Catalan University Quality Assurance Agency
  ARACIS|RO|Romanian Agency for Quality Assurance in Higher Education
  ASHE|HR|Agency for Science and Higher Education
  ASIIN|DE|Accreditation Agency for Study Programmes of Engineering, Information Science, Natural Sciences and Mathematics
  BAC|GB|British Accreditation Council for Independent Further and Higher Education
  CAQA|RS|Commission for Accreditation and Quality Assurance
  CTI|FR|Engineering Degree Commission
  EAPAA|NL|European Association for Public Administration Accreditation
  EKKA|EE|Estonian Quality Agency for Higher and Vocational Education
  evalag|DE|Evaluation Agency Baden-Württemberg
  FIBAA|DE|Foundation for International Business Administration Accreditation
  FINEEC|FI|Finnish Education Evaluation Centre
  fmid|ES|Fundación para el Conocimiento Madrimasd
  HCERES|FR|High Council for Evaluation of Research and Higher Education
  IAAR|KZ|Independent Agency for Accreditation and Rating
  IEP|CH|Institutional Evaluation Programme
  IQAA|KZ|Independent Kazakh Agency for Quality Assurance in Education
  KAA|XK|Kosovo Accreditation Agency
  MusiQuE|BE|Music Quality Enhancement
  NCPA|RU|National Centre for Public Accreditation
  NOKUT|NO|Norwegian Agency for Quality Assurance in Education
  NVAO|NL|Accreditation Organisation of the Netherlands and Flanders
  PKA|PL|Polish Accreditation Committee
  QAA|GB|Quality Assurance Agency for Higher Education
  QANU|NL|Quality Assurance Netherlands Universities
  QQI|IE|Quality and Qualifications Ireland
  SKVC|LT|Centre for Quality Assessment in Higher Education
  SQAA|SI|Slovenian Quality Assurance Agency
  Unibasq|ES|Agency for Quality of the Basque University System
  VLUHR QA|BE|Quality Assurance Unit of the Flemish University and University Colleges Council
  ZEvA|DE|Central Evaluation and Accreditation Agency
`;

export interface Agency {
  acronym: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  name: string;
}

export const agencies: readonly Agency[] = AGENCIES.trim()
  .split(/\n\s*/)
  .map((line) => {
    const [acronym = "", country = "", name = ""] = line.split("|");
    return { acronym, country, name };
  });

const nameByAcronym = new Map(agencies.map(({ acronym, name }) => [acronym, name]));

/** The name of an agency of which only the acronym is given; the acronym itself where it is not known. */
export const agencyName = (acronym: string): string => nameByAcronym.get(acronym) ?? acronym;
