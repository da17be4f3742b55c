import dataWorkInAMunicipality from "./data/pathways/data-work-in-a-municipality.json";
import digitalCareWork from "./data/pathways/digital-care-work.json";
import installerToHeatPumps from "./data/pathways/installer-to-heat-pumps.json";
import newcomerToCare from "./data/pathways/newcomer-to-care.json";
import nurseToClinicalSpecialist from "./data/pathways/nurse-to-clinical-specialist.json";
import operatorToSpecialist from "./data/pathways/operator-to-specialist.json";
import plannerOfANorthernMunicipality from "./data/pathways/planner-of-a-northern-municipality.json";

/** Documents of the `pathway` format: ways that fictional bodies propose to the public. */
export const samplePathways: readonly unknown[] = [
  dataWorkInAMunicipality,
  digitalCareWork,
  installerToHeatPumps,
  newcomerToCare,
  nurseToClinicalSpecialist,
  operatorToSpecialist,
  plannerOfANorthernMunicipality,
];
