// Names that fit, while somebody types into the search field: a list by the ARIA combobox pattern.
// Without this file the form works as it is.

const form = document.querySelector("form[data-suggest]");
const field = form.querySelector("input[name=q]");
const PAUSE = 150; // ms of rest before the site is asked

const list = document.createElement("ul");
list.id = "suggestions";
list.className = "suggestions";
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "搜索建议");
list.hidden = true;
field.after(list);
for (const [name, value] of Object.entries({
  role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
})) field.setAttribute(name, value);

const kept = new Map();
let waiting, under, current = -1, composing = false;

function close() {
  list.hidden = true;
  current = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function mark(index) {
  const items = [...list.children];
  current = index < items.length ? index : -1;
  items.forEach((item, at) => item.setAttribute("aria-selected", String(at === current)));
  if (current >= 0) {
    field.setAttribute("aria-activedescendant", items[current].id);
    items[current].scrollIntoView({ block: "nearest" });
  } else field.removeAttribute("aria-activedescendant");
}

function show(suggestions) {
  list.replaceChildren(...suggestions.map(({ text, note, url }, at) => {
    const item = document.createElement("li");
    item.id = `suggestion-${at}`;
    item.className = "suggestions__item";
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.url = url;
    item.append(text);
    if (note) {
      const small = document.createElement("span");
      small.className = "suggestions__note";
      small.textContent = note;
      item.append(small);
    }
    return item;
  }));
  current = -1;
  list.hidden = !suggestions.length;
  field.setAttribute("aria-expanded", String(!list.hidden));
}

async function ask() {
  const text = field.value.trim();
  if (!text) return close();
  under?.abort();
  under = new AbortController();
  try {
    if (!kept.has(text)) {
      const address = `${form.dataset.suggest}?q=${encodeURIComponent(text)}`;
      const response = await fetch(address, { signal: under.signal });
      if (!response.ok) return close();
      kept.set(text, (await response.json()).suggestions);
    }
    if (field.value.trim() === text && document.activeElement === field) show(kept.get(text));
  } catch {
    // Another question has been asked meanwhile, or the line broke: the form is there.
  }
}

field.addEventListener("compositionstart", () => { composing = true; });
field.addEventListener("compositionend", () => { composing = false; field.dispatchEvent(new Event("input")); });
field.addEventListener("input", () => {
  clearTimeout(waiting);
  if (!composing) waiting = setTimeout(ask, PAUSE);
});
field.addEventListener("keydown", (event) => {
  if (list.hidden || composing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const number = list.children.length;
    const step = event.key === "ArrowDown" ? 1 : -1;
    mark(current < 0 && step < 0 ? number - 1 : current + step);
  } else if (event.key === "Enter" && current >= 0) {
    event.preventDefault();
    location.href = list.children[current].dataset.url;
  } else if (event.key === "Escape") {
    event.preventDefault();
    close();
  }
});
field.addEventListener("blur", () => setTimeout(close, 150));
list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
list.addEventListener("click", (event) => {
  const item = event.target.closest("[data-url]");
  if (item) location.href = item.dataset.url;
});
