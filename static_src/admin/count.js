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
      return (JSON.parse(json)?.blocks || []).map((block) => block?.text ?? "").join("\n");
    } catch {
      return "";
    }
  };

  // A number as Python's Decimal writes it, which is what the server keeps: ".5" as "0.5", "1e3" as "1E+3".
  const decimal = (typed) => {
    const found = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(typed.trim());
    if (!found || !(found[2] || found[3])) return typed;
    const [, sign, whole, part, power = "0"] = found;
    const digits = (whole + part).replace(/^0+(?=\d)/, "");
    const point = digits.length + Number(power) - part.length;
    const minus = sign === "-" ? "-" : "";
    if (point > digits.length || point <= -6) {
      const rest = digits.length > 1 ? `.${digits.slice(1)}` : "";
      return `${minus}${digits[0]}${rest}E${point > 0 ? "+" : ""}${point - 1}`;
    }
    const before = digits.slice(0, Math.max(point, 0)) || "0";
    const after = "0".repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0));
    return minus + before + (after && `.${after}`);
  };

  const reader = (fields) => {
    const values = new Map([...fields].map((field) => [field.name, field.value]));
    const value = (name) => values.get(name) ?? "";
    // Blocks, columns and rows are numbered as they came; those that were deleted keep their number.
    const numbers = (prefix) => {
      const kept = [];
      const count = Math.min(Number(value(`${prefix}-count`)) || 0, values.size);
      for (let number = 0; number < count; number += 1) {
        if (value(`${prefix}-${number}-deleted`) === "") kept.push(number);
      }
      return kept;
    };

    const table = (prefix) => {
      const columns = numbers(`${prefix}-column`);
      const cell = (row, column) => {
        const typed = value(`${prefix}-cell-${row}-${column}`);
        return value(`${prefix}-column-${column}-type`) === "number" ? decimal(typed) : typed;
      };
      return [
        ...columns.map((column) => value(`${prefix}-column-${column}-heading`)),
        ...numbers(`${prefix}-row`).flatMap((row) => columns.map((column) => cell(row, column))),
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
      numbers(stream).flatMap((number) => {
        const block = `${stream}-${number}`;
        return KINDS[value(`${block}-type`)]?.(`${block}-value`) || [];
      });
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

  countCharacters.decimal = decimal;
  window.countCharacters = countCharacters;
  const begin = () => document.querySelectorAll("[data-character-count]").forEach(watch);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
