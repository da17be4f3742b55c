import advancedNursing1 from "./data/programmes/advanced-nursing-1.json";
import businessItPart1 from "./data/programmes/business-it-part-1.json";
import dataForSociety1 from "./data/programmes/data-for-society-1.json";
import dataPublicServices1 from "./data/programmes/data-public-services-1.json";
import dataPublicServices2 from "./data/programmes/data-public-services-2.json";
import digitalCareWorker1 from "./data/programmes/digital-care-worker-1.json";
import digitalPublicDesign1 from "./data/programmes/digital-public-design-1.json";
import heatPumpSpecialist1 from "./data/programmes/heat-pump-specialist-1.json";
import multilingualLearning1 from "./data/programmes/multilingual-learning-1.json";
import northernMunicipality1 from "./data/programmes/northern-municipality-1.json";
import offshoreHydrogen1 from "./data/programmes/offshore-hydrogen-1.json";
import processSpecialist1 from "./data/programmes/process-specialist-1.json";
import specialisedNursing1 from "./data/programmes/specialised-nursing-1.json";
import specialisedNursing2 from "./data/programmes/specialised-nursing-2.json";
import supplyChainCustoms1 from "./data/programmes/supply-chain-customs-1.json";
import sustainableDestinations1 from "./data/programmes/sustainable-destinations-1.json";

/** Documents of the `programme` format: what the qualifications of the sample ask for, one a version. */
export const sampleProgrammes: readonly unknown[] = [
  advancedNursing1,
  businessItPart1,
  dataForSociety1,
  dataPublicServices1,
  dataPublicServices2,
  digitalCareWorker1,
  digitalPublicDesign1,
  heatPumpSpecialist1,
  multilingualLearning1,
  northernMunicipality1,
  offshoreHydrogen1,
  processSpecialist1,
  specialisedNursing1,
  specialisedNursing2,
  supplyChainCustoms1,
  sustainableDestinations1,
];
