import { createHash } from "node:crypto";
import { toTsvector } from "@/features/search/analyser";

/** Goes up when search documents or rows of the same course come out otherwise than before; a test says when. */
export const DOCUMENTS_VERSION = 2;

/** What words become: changes with the analyser. */
const SPECIMEN = toTsvector({
  title: ["Łódź STRASSE straße Ørsted Ħal 2027 été ﬁn λόγος Привет 漢字 한글 ½ x"],
  skills: ["welding"],
  provider: ["a college"],
  body: ["c++ r&d e-learning naïve"],
});

/** Of the search rows that this version of the code writes; rows of another are built anew. */
export const ROWS_FORM = createHash("sha256")
  .update(JSON.stringify([DOCUMENTS_VERSION, SPECIMEN]))
  .digest("hex")
  .slice(0, 16);
