// Keeps the list of exports up to date while something of it is being made. Without it there is a link 刷新.
(() => {
  const EVERY = 2000;
  const MOST_FAILURES = 5;
  const list = document.querySelector("[data-exports]");
  if (!list) return;
  const said = document.querySelector("[data-said]");
  const slow = document.querySelector("[data-slow]");
  const refresh = document.querySelector("[data-refresh]");
  let timer = 0;
  let failures = 0;
  let asking = false;

  const unfinished = () => [...list.querySelectorAll("[data-unfinished]")];

  const replace = (row, html) => {
    const template = document.createElement("template");
    template.innerHTML = html.trim();
    const fresh = template.content.querySelector("[data-export]");
    const hadFocus = row.contains(document.activeElement);
    row.replaceWith(fresh);
    if (hadFocus) fresh.querySelector("a, button")?.focus();
  };

  // Only what changed: whoever is about to press a button must find it where it was.
  const advance = (row, one) => {
    const bar = row.querySelector("progress");
    const words = row.querySelector("[data-words]");
    if (words && words.textContent !== one.words) words.textContent = one.words;
    if (!bar || !one.total) return;
    bar.max = one.total;
    bar.value = one.done;
  };

  const show = (answer) => {
    const known = new Map(answer.exports.map((one) => [String(one.id), one]));
    for (const row of unfinished()) {
      const one = known.get(row.dataset.export);
      if (!one) row.remove();
      else if (one.state === row.dataset.state) advance(row, one);
      else {
        replace(row, one.html);
        if (one.said) said.textContent = one.said;
      }
    }
    slow.hidden = !answer.slow;
  };

  const ask = async () => {
    const query = unfinished().map((row) => `id=${row.dataset.export}`);
    if (asking || !query.length) return;
    asking = true;
    try {
      const response = await fetch(`${list.dataset.exports}?${query.join("&")}`, {
        headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
      });
      if (!response.ok || response.redirected) throw new Error(response.statusText);
      show(await response.json());
      failures = 0;
    } catch {
      failures += 1;
    }
    asking = false;
    plan();
  };

  // A tab that nobody looks at asks for nothing, and asks at once when it is looked at again.
  const plan = () => {
    clearTimeout(timer);
    const goesOn = unfinished().length > 0;
    const works = failures < MOST_FAILURES;
    refresh.hidden = !goesOn || works;
    if (goesOn && works && !document.hidden) timer = setTimeout(ask, EVERY);
  };

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) clearTimeout(timer);
    else ask();
  });
  plan();
})();
