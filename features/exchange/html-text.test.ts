import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "./html-text";

describe("htmlToText", () => {
  it("makes paragraphs, lines and list items", () => {
    const html =
      "<h2>Aims</h2>\n<p>You   learn<br>to <b>weld</b>.</p><ul>\n <li>safely</li><li><p>well</p></li></ul>End";
    expect(htmlToText(html)).toBe("Aims\n\nYou learn\nto weld.\n\n• safely\n• well\n\nEnd");
  });

  it("puts nested lists and table cells on lines", () => {
    expect(htmlToText("<ul><li>a<ul><li>b</li></ul></li><li></li></ul>c")).toBe("• a\n• b\n\nc");
    expect(htmlToText("<table><tr><td>Hours</td><td>75</td></tr><tr><td>ECTS</td></tr></table>")).toBe(
      "Hours 75\nECTS",
    );
  });

  it("decodes character references once", () => {
    expect(htmlToText("R&amp;D &amp;lt; &eacute;&#233;&#xe9; &#146; &nbsp;&unknown; AT&T")).toBe(
      "R&D &lt; ééé ’ &unknown; AT&T",
    );
    expect(htmlToText("&#0;&#xD800;&#x110000;")).toBe("\ufffd\ufffd\ufffd");
  });

  it("keeps the line breaks of a text without tags, and none of those between tags", () => {
    expect(htmlToText("one\r\ntwo\n\n\n\nthree")).toBe("one\ntwo\n\nthree");
    expect(htmlToText("<p>one\ntwo</p>")).toBe("one two");
  });

  it("keeps what is meant as text, without leaving a tag", () => {
    expect(htmlToText("The &lt;div&gt; element, a < b, c <d, x > y")).toBe(
      "The ‹div› element, a < b, c ‹d, x > y",
    );
    expect(htmlToText("<i>&lt;script&gt;alert(1)&lt;/script&gt;</i>")).toBe("‹script›alert(1)‹/script›");
  });

  it("drops scripts, styles, comments and what quotes hide", () => {
    expect(htmlToText("a<script>if (1 < 2) x()</script>b<!-- > -->c<style>p{}</STYLE >d<svg/>e")).toBe(
      "abcde",
    );
    expect(htmlToText('a<img title="x > y" src=\'1\'>b<p title=">c</p>d')).toBe("ab\n\nc\n\nd");
    expect(htmlToText("a<script>never closed")).toBe("a");
    expect(htmlToText("a<!-- never closed")).toBe("a");
  });

  it("drops characters that nobody sees", () => {
    expect(htmlToText("a\u0000b\u202ec\u00add\ud800e\u200b f\ufeff\u0007 g")).toBe("abcde f g");
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        ..."< > </ <b <p> </p> <ul> <li> </li> <br> <script> </script> <!-- --> <! <? &lt; &gt; &amp; &amp;lt; &#60;".split(
          " ",
        ),
        ..."&quot; ' \" = / a B img onerror= svg • ‹ › \n \r \t \u00a0 \u200b \ufeff \u2028 \ud83d \ude00 \u0000".split(
          " ",
        ),
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 40 },
  );

  it("never leaves a tag", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(htmlToText(parts.join(""))).not.toMatch(/<[a-z!/?]/i);
      }),
      { numRuns: 2000 },
    );
  });

  it("changes nothing on its own result, unless that spells out a character reference", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const once = htmlToText(parts.join(""));
        fc.pre(!/&[#a-z0-9]+;/i.test(once));
        expect(htmlToText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["unclosed tags", "<a "],
    ["quotes that swallow", '<a ">"'],
    ["brackets", "<"],
    ["ampersands", "&a"],
    ["comments", "<!--"],
    ["scripts", "<script>"],
    ["lists", "<ul><li>"],
    ["line breaks", "\n \n"],
  ])("takes time in proportion: %s", (_, piece) => {
    const started = performance.now();
    htmlToText(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
