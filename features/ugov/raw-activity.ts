import { childOf, childrenOf } from "@/features/exchange/xml-reader";
import { type ActivityTexts, activityTexts, TEXT_TYPES } from "./activity-texts";
import { type Activity, fields } from "./feed";

/** All that is kept of an activity: named one by one, because the rest of it is about the people who teach. */
const KEPT_FIELDS = [
  "afId",
  "afPdrId",
  "afGenCod",
  "afGenDes",
  "afGenDesEng",
  "tipoCompAfDes",
  "annoCorso",
  "settCod",
  "peso",
  "umPesoCod",
  "oreFrontAf",
  "oreStuInd",
  "freqObbligFlg",
  "nonErogabileFlg",
  "tipoEsaCod",
  "tipoValCod",
  "cicloDes",
  "partStuCod",
  "partStuDes",
];

const KEPT_LISTS = [
  { list: "linDid", item: "linDidAf", kept: ["linDidCod", "linDidDes"] },
  { list: "modDid", item: "modDidAf", kept: ["modDidCod", "modDidDes"] },
];

/** The record as the feed had it, without people. */
export function rawActivity(
  { element, programme }: Activity,
  texts: ActivityTexts,
  partitions: readonly Activity[] = [],
): unknown {
  const lists = KEPT_LISTS.map(({ list, item, kept }) => {
    const holder = childOf(element, list);
    return [list, holder === null ? [] : childrenOf(holder, item).map((one) => fields(one, kept))];
  });
  return {
    ...programme,
    ...fields(element, KEPT_FIELDS),
    ...Object.fromEntries(lists),
    testi: Object.fromEntries(TEXT_TYPES.map((type) => [type, texts[type].text])),
    partizioni: partitions.map((partition) => rawActivity(partition, activityTexts(partition))),
  };
}
