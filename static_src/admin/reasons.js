// Frequent reasons at hand: a tap writes one into the field, further taps add to it.
(() => {
  for (const list of document.querySelectorAll("[data-reasons]")) {
    const field = document.getElementById(list.dataset.reasons);
    list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button || !field) return;
      const written = field.value.trimEnd();
      if (!written.includes(button.textContent)) field.value = written + (written ? "\n" : "") + button.textContent;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
  }
})();
