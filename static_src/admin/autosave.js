// Three gaps of the editor's autosave, all of which lose or double what somebody wrote.
(() => {
  const FORM = "[data-edit-form]";
  const SAVING = '.w-autosave-indicator[data-w-autosave-state-value="saving"]';
  const LONGEST_WAIT = 15000;
  const LONGEST_LEAVING = 60000;

  // Wagtail compares the form with a copy that it takes two seconds after loading. Whatever is typed or pasted
  // before then would count as having been there, and would never be saved by itself.
  let early = false;
  const note = (event) => {
    if (event.isTrusted && event.target.closest?.(FORM)) early = true;
  };
  // The rich text editor swallows "input": it answers what comes before it.
  const kinds = ["input", "beforeinput", "compositionend", "paste", "drop"];
  for (const kind of kinds) document.addEventListener(kind, note, { capture: true });
  document.addEventListener(
    "w-unsaved:watch-edits",
    (event) => {
      for (const kind of kinds) document.removeEventListener(kind, note, { capture: true });
      if (early) event.target.setAttribute("data-w-unsaved-force-value", "true");
    },
    { once: true },
  );

  // A save by button that overtakes an autosave would make a second page or double a photo: it waits for the answer.
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!form.matches(FORM) || !document.querySelector(SAVING)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const name = event.submitter?.name;
      let done = false;
      const again = () => {
        if (done) return;
        done = true;
        // The answer may have drawn the buttons anew.
        const button = event.submitter?.isConnected ? event.submitter : name && form.querySelector(`[name="${name}"]`);
        form.requestSubmit(button || undefined);
      };
      for (const answer of ["w-autosave:success", "w-autosave:error"]) {
        document.addEventListener(answer, () => setTimeout(again), { once: true });
      }
      setTimeout(again, LONGEST_WAIT);
    },
    { capture: true },
  );

  // An autosave whose time comes while the answer to the button is under way would make a second page, too: the
  // button has sent everything already. If no answer comes, saving by itself begins again.
  let leaving = 0;
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(FORM)) return;
    leaving = Date.now();
    setTimeout(() => {
      if (event.defaultPrevented) leaving = 0;
    });
  });
  document.addEventListener(
    "w-autosave:save",
    (event) => {
      if (Date.now() - leaving < LONGEST_LEAVING) event.preventDefault();
    },
    { capture: true },
  );
})();
