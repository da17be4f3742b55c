// Letters that Unicode does not decompose but people type without their stroke or as two letters.
const SPECIAL: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ħ: "h",
  ŋ: "n",
  ı: "i",
  ς: "σ",
  ŧ: "t",
  ĸ: "k",
  ŀ: "l",
  ŉ: "n",
};
const SPECIAL_LETTER = new RegExp(`[${Object.keys(SPECIAL).join("")}]`, "g");

/** Lower case without accents and with special letters in ASCII: "Łódź" and "lodz" fold to the same. Length may change. */
export function fold(text: string): string {
  // Letters of other styles become plain ones before they lose their capitals: "𝖠" has no small form of its own.
  const plain = text.normalize("NFKD").replace(/\p{M}+/gu, "");
  return plain.toLowerCase().replace(SPECIAL_LETTER, (letter) => SPECIAL[letter] ?? letter);
}

/** The words of a text, folded: runs of letters and digits. "C++ and R&D" -> ["c", "and", "r", "d"] */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
