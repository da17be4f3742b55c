"use client";

import "@/components/tokens.css";
import "@/components/base.css";

// In every language at once and not from messages/: this file is sent with each page, and with it they would be too.
const WORDS = [
  {
    lang: "en",
    title: "Something went wrong",
    text: "The fault is on our side and has been noted. Please try again.",
    home: "Go to the front page",
  },
  {
    lang: "fi",
    title: "Jokin meni vikaan",
    text: "Vika on meidän puolellamme, ja se on kirjattu. Yritä uudelleen.",
    home: "Siirry etusivulle",
  },
];

/** The last resort, for a fault in the drawing of a page itself; what goes wrong before that is told by the page. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong - Cairn</title>
        <main>
          {WORDS.map(({ lang, title, text, home }) => (
            <section key={lang} lang={lang}>
              <h1>{title}</h1>
              <p>{text}</p>
              <p>
                <a href={`/${lang}`}>{home}</a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
