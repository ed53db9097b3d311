// 字数 of the text below its panel while it is typed, equal to what the server counts (pages/text.py): white space 0,
// a run of ASCII letters and digits 1, every other character 1.
(() => {
  // White space as Python knows it: U+001C to U+001F and U+0085 belong to it, U+FEFF does not.
  const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const TOKEN = new RegExp(`[A-Za-z0-9]+|[^${SPACE}]`, "gu");
  const PAUSE = 150;

  const countCharacters = (text) => (text.match(TOKEN) || []).length;

  // What is typed into one rich text, its paragraphs parted.
  const richText = (json) => {
    try {
      return (JSON.parse(json)?.blocks || []).map((block) => block.text).join("\n");
    } catch {
      return "";
    }
  };

  const reader = (fields) => {
    const values = new Map([...fields].map((field) => [field.name, field.value]));
    const value = (name) => values.get(name) ?? "";
    const kept = (prefix, part, number) => value(`${prefix}-${part}-${number}-deleted`) === "";
    const numbers = (prefix, part) =>
      [...Array(Number(value(`${prefix}-${part}-count`)) || 0).keys()].filter((number) => kept(prefix, part, number));

    const table = (prefix) => {
      const columns = numbers(prefix, "column");
      const rows = numbers(prefix, "row");
      return [
        ...columns.map((column) => value(`${prefix}-column-${column}-heading`)),
        ...rows.flatMap((row) => columns.map((column) => value(`${prefix}-cell-${row}-${column}`))),
      ];
    };

    // The kinds of blocks whose words count, as in pages/blocks/body.py.
    const KINDS = {
      heading: (prefix) => [value(prefix)],
      paragraph: (prefix) => [richText(value(prefix))],
      quotation: (prefix) => [value(`${prefix}-text`), value(`${prefix}-attribution`)],
      table: (prefix) => table(`${prefix}-table`),
    };

    return (stream) =>
      [...Array(Number(value(`${stream}-count`)) || 0).keys()]
        .filter((number) => value(`${stream}-${number}-deleted`) === "")
        .flatMap((number) => KINDS[value(`${stream}-${number}-type`)]?.(`${stream}-${number}-value`) || []);
  };

  const textOf = (panel) => {
    const count = panel.querySelector('input[name$="-count"]');
    if (!count) return panel.querySelector("textarea")?.value ?? "";
    return reader(panel.querySelectorAll("[name]"))(count.name.replace(/-count$/, "")).join("\n");
  };

  const line = (panel) => {
    const shown = document.createElement("p");
    shown.className = "character-count";
    // Said aloud only when the limit is crossed: nobody wants to hear each number.
    const said = document.createElement("p");
    said.className = "w-sr-only";
    said.setAttribute("role", "status");
    panel.append(shown, said);
    return { shown, said };
  };

  const watch = (panel) => {
    const limit = Number(panel.dataset.characterCount) || 0;
    const { shown, said } = line(panel);
    let over = null;
    let timer = 0;

    const update = () => {
      timer = 0;
      const number = countCharacters(textOf(panel));
      const words = `字数 ${number.toLocaleString("en")}${limit ? ` / ${limit.toLocaleString("en")}` : ""}`;
      const much = limit && number > limit ? `，超出 ${(number - limit).toLocaleString("en")} 字` : "";
      if (shown.textContent !== words + much) shown.textContent = words + much;
      shown.classList.toggle("character-count--over", much !== "");
      if (over !== null && over !== (much !== "")) said.textContent = much ? words + much : `${words}，没有超出`;
      over = much !== "";
    };
    const soon = () => {
      timer ||= setTimeout(update, PAUSE);
    };

    for (const kind of ["input", "change"]) panel.addEventListener(kind, soon);
    // Rich text and deleted blocks show in hidden fields, whose value is an attribute.
    new MutationObserver((changes) => {
      if (changes.some(({ target }) => target !== shown && target !== said)) soon();
    }).observe(panel, { subtree: true, childList: true, attributes: true, attributeFilter: ["value"] });
    update();
  };

  window.countCharacters = countCharacters;
  const begin = () => document.querySelectorAll("[data-character-count]").forEach(watch);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
