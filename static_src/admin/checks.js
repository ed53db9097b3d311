// The checklist beside the form: sends what is typed to the server, shows what it finds, jumps to the place, and puts
// the better words in. Nothing is saved by it.
(() => {
  const PLACE = /^(\/admin\/)pages\/(?:(\d+)\/edit|add\/([^/]+\/[^/]+\/\d+))\//;
  const LOOK_EVERY = 1000;
  const WIDE = 1100;
  const WORDS = {
    blocking: (number) => `必须修改 ${number} 处`,
    warnings: (number) => `请核对 ${number} 处`,
    ready: "检查通过",
    show: "查看",
    failed: "没有连上服务器，暂时不能检查。网络恢复后会自动再查。",
  };

  const address = () => {
    const place = PLACE.exec(window.location.pathname);
    if (!place) return "";
    return `${place[1]}checks/${place[2] ? `${place[2]}/` : `add/${place[3]}/`}`;
  };

  const typed = (form) => {
    const data = new FormData(form);
    const text = new URLSearchParams();
    for (const [name, value] of data) if (typeof value === "string") text.append(name, value);
    return text.toString();
  };

  // Where a finding stands: a block of a stream, a field, or the panel of a field.
  const placeOf = ({ target, block }) => {
    const found =
      (block && document.querySelector(`[data-contentpath="${CSS.escape(block)}"]`)) || document.getElementById(target);
    if (found && found.type !== "hidden") return found;
    const name = target.replace(/^id_/, "");
    return (
      found?.closest("[data-contentpath], [data-field], .w-field, [data-panel]") ||
      document.querySelector(`[data-contentpath="${CSS.escape(name)}"]`)
    );
  };

  // Rich text is a hidden field with an editor beside it, which hangs on the field as ``draftailEditor``.
  const editorsIn = (place) =>
    [...place.querySelectorAll("[data-draftail-editor-wrapper]")]
      .map((wrapper) => wrapper.parentNode.querySelector("input")?.draftailEditor)
      .filter(Boolean);

  const replaceTyped = (place, found, better) => {
    const all = 'input[type="text"], input[type="url"], input:not([type]), textarea';
    const fields = place.matches(all) ? [place] : [...place.querySelectorAll(all)];
    const field = fields.find((one) => one.value.includes(found));
    if (!field) return false;
    field.value = field.value.replace(found, () => better);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
    return true;
  };

  const replaceRich = (editor, found, better) => {
    const { EditorState, Modifier, SelectionState } = window.DraftJS;
    const state = editor.getEditorState();
    const content = state.getCurrentContent();
    const block = content.getBlocksAsArray().find((one) => one.getText().includes(found));
    if (!block) return false;
    const start = block.getText().indexOf(found);
    const selection = SelectionState.createEmpty(block.getKey()).merge({
      anchorOffset: start,
      focusOffset: start + found.length,
    });
    const style = block.getInlineStyleAt(start);
    const changed = Modifier.replaceText(content, selection, better, style);
    editor.onChange(EditorState.push(state, changed, "insert-characters"));
    return true;
  };

  class Checklist {
    constructor(form, panel) {
      Object.assign(this, { form, panel, list: panel.querySelector("[data-findings-list]"), sent: null, seen: "" });
      this.side = panel.closest("[data-side-panel]");
      this.counter = document.querySelector(
        `[data-side-panel-toggle="${this.side.dataset.sidePanel}"] [data-side-panel-toggle-counter]`,
      );
      this.bar = this.makeBar();
      panel.addEventListener("click", (event) => this.clicked(event));
      setInterval(() => this.look(), LOOK_EVERY);
      this.check(typed(form));
      this.openBeside();
    }

    makeBar() {
      const bar = document.createElement("div");
      bar.className = "findings-bar";
      bar.setAttribute("role", "status");
      this.words = document.createElement("span");
      this.opener = document.createElement("button");
      this.opener.type = "button";
      this.opener.className = "button button-small button-secondary findings-bar__open";
      this.opener.textContent = WORDS.show;
      this.opener.addEventListener("click", () => this.side.dispatchEvent(new CustomEvent("open")));
      bar.append(this.words, this.opener);
      bar.hidden = true;
      this.form.prepend(bar);
      return bar;
    }

    // Wagtail remembers which panel was open; who has never chosen gets this one where there is room.
    openBeside() {
      let chosen = "";
      try {
        chosen = localStorage.getItem("wagtail:side-panel-open");
      } catch {
        return;
      }
      if (chosen === null && window.innerWidth >= WIDE) this.side.dispatchEvent(new CustomEvent("open"));
    }

    // Sends what has not changed for one look, so that nobody is checked in the middle of a word.
    look() {
      if (document.hidden || this.busy) return;
      const now = typed(this.form);
      if (now !== this.sent && now === this.seen) this.check(now);
      this.seen = now;
    }

    async check(body) {
      const url = address();
      if (!url) return;
      this.busy = true;
      try {
        const answer = await fetch(url, {
          method: "POST",
          body,
          headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Requested-With": "XMLHttpRequest" },
        });
        if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
        this.show(await answer.json());
        this.sent = body;
      } catch {
        this.failed();
      } finally {
        this.busy = false;
      }
    }

    show({ html, blocking, warnings }) {
      if (this.shown !== html) this.list.innerHTML = html;
      this.shown = html;
      const parts = [blocking && WORDS.blocking(blocking), warnings && WORDS.warnings(warnings)].filter(Boolean);
      const words = parts.join("，") || WORDS.ready;
      if (this.words.textContent !== words) this.words.textContent = words;
      this.bar.hidden = false;
      this.bar.classList.toggle("findings-bar--blocking", blocking > 0);
      this.bar.classList.toggle("findings-bar--ready", !parts.length);
      this.counter.textContent = blocking + warnings;
      this.counter.hidden = blocking + warnings === 0;
    }

    failed() {
      this.shown = "";
      const words = document.createElement("p");
      words.className = "findings__none";
      words.textContent = WORDS.failed;
      this.list.replaceChildren(words);
    }

    clicked(event) {
      const jump = event.target.closest(".finding__jump");
      const mend = event.target.closest(".finding__mend");
      const one = jump || mend;
      const place = one && placeOf(one.dataset);
      if (!place) return;
      if (mend && this.mend(place, mend.dataset)) mend.disabled = true;
      else this.jump(place);
    }

    mend(place, { found, better }) {
      return (
        editorsIn(place).some((editor) => replaceRich(editor, found, better)) || replaceTyped(place, found, better)
      );
    }

    jump(place) {
      if (window.innerWidth < WIDE) document.querySelector("[data-form-side-close-button]")?.click();
      for (let panel = place.closest("[data-panel]"); panel; panel = panel.parentElement.closest("[data-panel]")) {
        const toggle = panel.querySelector('[data-panel-toggle][aria-expanded="false"]');
        if (toggle && toggle.closest("[data-panel]") === panel) toggle.click();
      }
      place.scrollIntoView({ block: "center" });
      const field = place.matches("input, textarea, select")
        ? place
        : place.querySelector('[contenteditable="true"], input:not([type="hidden"]), textarea, select') ||
          place.querySelector("button:not([data-panel-toggle])");
      field?.focus({ preventScroll: true });
      const box = place.closest(".w-field, [data-contentpath]") || place;
      box.classList.remove("finding-here");
      requestAnimationFrame(() => box.classList.add("finding-here"));
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("page-edit-form") || document.querySelector("form[data-edit-form]");
    const panel = document.querySelector("[data-findings]");
    if (form && panel) window.siteChecklist = new Checklist(form, panel);
  });
})();
